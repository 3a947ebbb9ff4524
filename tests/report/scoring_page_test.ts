import assert from "node:assert/strict";
import { confidence, decay, healthSeverity, revenueImpact, score } from "../../lib/scoring/formulas.ts";

const PAGE = await Deno.readTextFile(new URL("../../docs/scoring.md", import.meta.url));

/** The result that the table of the worked example states for a step. */
function stated(step: string): number {
  const [, result] = PAGE.match(new RegExp(`^\\| ${step} +\\|.*\\| +\\$?([\\d.,]+) \\|$`, "m")) ?? [];
  assert.ok(result, step);
  return Number(result.replace(",", ""));
}

Deno.test("docs/scoring.md reckons as the formulas do", () => {
  const demand = 0.24 * 0.55 + 0.1 * 0.15 + 0.177 * 0.3;
  const components = {
    revenueImpact: revenueImpact(300_000, 30, 6_100_000),
    demand,
    healthSeverity: healthSeverity(5, 2, 0.8),
    decay: decay(12),
  };
  const rounded = (value: number): number => Number(value.toFixed(4));
  assert.equal(stated("money"), Math.round(3_000 * 30.4375 / 30));
  assert.equal(stated("revenue impact"), rounded(components.revenueImpact));
  assert.equal(stated("demand"), rounded(demand));
  assert.equal(stated("severity"), rounded(components.healthSeverity));
  assert.equal(stated("decay"), rounded(components.decay));
  assert.equal(stated("score"), rounded(score(components, { revenue: 0.6, demand: 0.25, severity: 0.15 })));
  const { total } = confidence({ class: 0.82, entity: 0.64, coverage: 1, agreement: 0.1 / 0.24 });
  assert.ok(PAGE.includes(`**${total.toFixed(3)}**`), String(total));
});
