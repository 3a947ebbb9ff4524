import assert from "node:assert/strict";
import { healthFigures } from "../../lib/charts/health_figures.ts";
import { CANVAS } from "../../lib/charts/theme.ts";
import { openRaster } from "../../lib/infra/raster.ts";
import { assertLegible, countOf, labelsOf } from "./drawing.ts";
import { madeUpFindings } from "./made_up_findings.ts";

const LONG = "fact_with_a_name_so_long_that_no_panel_and_no_bar_could_ever_hold_it_whole";
const CASES = {
  typical: { days: 546, tables: ["fact_order", "fact_order_item", "fact_payment"], badness: 1 },
  clean: { days: 546, tables: ["fact_card_transaction", "fact_subscription_invoice"], badness: 0 },
  severe: { days: 546, tables: ["a", "b", "c", "d", LONG, "f", "g"], badness: 3 },
  young: { days: 3, tables: ["fact_order"], badness: 1 },
  empty: { days: 546, tables: [], badness: 0 },
};

for (const [name, made] of Object.entries(CASES)) {
  Deno.test(`healthFigures() keeps every label on the canvas and clear of the others: ${name}`, () => {
    for (const { svg } of healthFigures(madeUpFindings(made))) assertLegible(svg);
  });
}

Deno.test("healthFigures() gives the same markup for the same findings", () => {
  const draw = (): string[] => healthFigures(madeUpFindings(CASES.typical)).map(({ svg }) => svg);
  assert.deepEqual(draw(), draw());
});

Deno.test("healthFigures() states findings, not subjects, in its titles", () => {
  assert.deepEqual(healthFigures(madeUpFindings(CASES.typical)).map(({ title }) => title), [
    "Ingest lag of fact_payment broke the 90-minute SLO on 90 of 90 days",
    "6 of 6 key columns broke the 1% null SLO; 7 spikes in 90 days",
    "6 of 6 foreign keys broke the 2% orphan SLO; worst fact_payment.listing_id at 5.5%",
    "3 of 3 tables broke the 0.2% duplicate SLO; worst fact_payment at 0.9%",
  ]);
  assert.deepEqual(healthFigures(madeUpFindings(CASES.clean)).map(({ title }) => title), [
    "Ingest lag kept the 90-minute SLO on all 90 days",
    "No null in any of 4 key columns; no spike found in 90 days",
    "No orphan in any of 4 foreign keys",
    "No duplicate in any of 2 tables",
  ]);
});

Deno.test("healthFigures() says what is missing where nothing was measured", () => {
  for (const figure of healthFigures(madeUpFindings(CASES.empty))) {
    assert.match(figure.title, /^No .* measured$/);
    assert.match(figure.alt, /on these days|of these days/);
    assert.equal(countOf(figure.svg, "path"), 0);
  }
});

Deno.test("healthFigures() rings every spike of a drawn column and every incident, and bands the write gap", () => {
  const findings = madeUpFindings({ days: 90, tables: ["fact_order"], badness: 1 });
  const [lag, nulls] = healthFigures(findings);
  const lags = findings.rows.filter(({ metric }) => metric === "lag_p95_min").map(({ value }) => value!);
  assert.equal(countOf(lag!.svg, "circle", 'r="4"'), lags.filter((value) => value > 240).length);
  assert.equal(countOf(lag!.svg, "rect", 'fill="#fde9c8"'), 1);
  assert.ok(labelsOf(lag!.svg).some(({ text }) => text === "write gap 22 h"));
  assert.equal(countOf(nulls!.svg, "circle", 'r="4"'), findings.report.null_spikes.length);
});

Deno.test("healthFigures() names in a note a write gap that lies before the drawn days", () => {
  const findings = madeUpFindings({ days: 20, tables: ["visits"], badness: 1 });
  assert.match(healthFigures(findings)[0]!.svg, /Write gap not drawn here: visits, 22 h from 11 May 2026/);
});

Deno.test("healthFigures() lets an interval of few rows run off the axis, and says how few they are", () => {
  const findings = madeUpFindings(CASES.typical);
  const measures = findings.report.measures.window.map((measure) =>
    measure.metric === "dup_key_pct" && measure.table === "fact_order"
      ? { ...measure, value: 0, denominator: 12, ci_low: 0, ci_high: 24.2, passed: true }
      : measure
  );
  const report = { ...findings.report, measures: { ...findings.report.measures, window: measures } };
  const duplicates = healthFigures({ ...findings, report })[3]!;
  const texts = labelsOf(duplicates.svg).map(({ text }) => text);
  assert.ok(texts.includes("0% of 12 rows"));
  assert.ok(texts.includes("1%") && !texts.includes("20%"));
  assert.ok(texts.some((text) => /1 table with too few rows to tell/.test(text)));
});

Deno.test("healthFigures() draws duplicates of loaded tables, and says in a line that the others have none", () => {
  const findings = madeUpFindings(CASES.typical);
  const [first] = findings.report.measures.window.filter(({ metric }) => metric === "dup_key_pct");
  const dimension = { ...first!, table: "dim_plan", value: 0, numerator: 0, denominator: 3, ci_high: 56, passed: true };
  const measures = { ...findings.report.measures, window: [...findings.report.measures.window, dimension] };
  const duplicates = healthFigures({ ...findings, report: { ...findings.report, measures } })[3]!;
  const texts = labelsOf(duplicates.svg).map(({ text }) => text);
  assert.ok(!texts.includes("dim_plan") && texts.includes("No duplicate in 1 other table"));
  assert.match(duplicates.title, /^3 of 4 tables broke/);
});

Deno.test("healthFigures() says which columns are too thin for a spike of ten points to show", () => {
  const findings = madeUpFindings(CASES.clean);
  const low = { table: "fact_card_transaction", column: "buyer_id", days: 400, min_rows: 1000 };
  const report = { ...findings.report, low_power: [low] };
  assert.match(
    healthFigures({ ...findings, report })[1]!.svg,
    /too few rows for a rise of ten points to show: fact_card_transaction\.buyer_id</,
  );
  assert.doesNotMatch(healthFigures(findings)[1]!.svg, /too few rows/);
});

Deno.test("healthFigures() names the SLO on every figure that measured something", () => {
  for (const figure of healthFigures(madeUpFindings(CASES.typical))) {
    assert.equal(labelsOf(figure.svg).filter(({ text }) => text.startsWith("SLO ")).length, 1);
  }
});

Deno.test("openRaster() draws the canvas at twice its size, with its text", async () => {
  const raster = await openRaster();
  const [figure] = healthFigures(madeUpFindings(CASES.empty));
  const png = raster(figure!.svg);
  const header = new DataView(png.buffer, png.byteOffset);
  assert.deepEqual([header.getUint32(16), header.getUint32(20)], [2 * CANVAS.width, 2 * CANVAS.height]);
  const withoutText = raster(figure!.svg.replace(/<text .*?<\/text>/g, ""));
  assert.ok(png.length > withoutText.length + 2000);
});
