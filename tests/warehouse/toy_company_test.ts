/** A third company needs a folder of declarations: nothing shared knows its name. */
import assert from "node:assert/strict";
import { healthFigures } from "../../lib/charts/health_figures.ts";
import { healthContract, measure } from "../../lib/health/measure.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { execSummary } from "../../lib/report/exec_summary.ts";
import { execSummaryPage } from "../../lib/report/exec_summary_page.ts";
import { recount } from "../../tools/audit/recount.ts";
import { measuring, TZ } from "../../tools/standard_world.ts";
import { generated } from "../support/generate.ts";
import { toy } from "../support/toy/mod.ts";

Deno.test("a toy company goes through generation, defects, metrics, figures and the summary", async (t) => {
  await using world = await generated(toy);
  await using duck = await openDuck();
  const findings = await measure(duck, measuring(toy, world.data));
  const { report } = findings;

  await t.step("its report fits the contract, with the block of its own guardrail", () => {
    const block = healthContract(toy).parse(report)["free_rides"] as { free_pct: number };
    assert.ok(block.free_pct > 20 && block.free_pct < 30, `free rides ${block.free_pct}`);
  });

  await t.step("its measures equal a recount in other SQL", async () => {
    const counted = await recount(duck, world.data, toy.tables, TZ);
    for (const key of counted.keys) {
      const parts = report.foreign_keys.period.find((p) => p.table === key.table && p.column === key.column)!;
      assert.deepEqual(
        [parts.rows, parts.null, parts.missing, parts.temporal],
        [key.rows, key.nulls, key.missing, key.temporal],
      );
    }
    const copies = report.measures.period.find((m) => m.table === "fact_ride" && m.metric === "dup_key_pct")!;
    assert.equal(copies.numerator, counted.tables[2]!.duplicates);
  });

  await t.step("every injected spike and the write gap are found", () => {
    assert.equal(report.null_spikes.length, 12);
    assert.equal(report.write_gaps.length, 1);
  });

  await t.step("figures and page are drawn from it", () => {
    const figures = healthFigures(findings);
    assert.equal(figures.length, 4);
    for (const { svg } of figures) assert.match(svg, /fact_ride/);
    const files = figures.map(({ id, title, alt }) => ({ id, title, alt, png: `${id}.png`, svg: `${id}.svg` }));
    assert.match(execSummaryPage(execSummary(toy, "0123456789abcdef", report, files)), /Bus company/);
  });
});
