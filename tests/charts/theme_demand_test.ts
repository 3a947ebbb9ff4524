import assert from "node:assert/strict";
import { THEME_TITLES, themeDemandFigure } from "../../lib/charts/theme_demand.ts";
import { SOURCES, THEMES } from "../../lib/contracts/demand.ts";
import { ThemesLabelled } from "../../lib/contracts/themes.ts";
import { themeDemand } from "../../lib/scoring/theme_demand.ts";
import { assertLegible, labelsOf } from "./drawing.ts";

const WINDOW = { from: "2026-06-01", to: "2026-06-30", days: 30 };
const WEIGHTS = { slack: 0.55, email: 0.15, nlq: 0.3 };

function demand(needs: number): ThemesLabelled {
  const items = Array.from({ length: needs }, (_, i) => ({
    source: SOURCES[i % 3]!,
    theme: THEMES[(i * i) % THEMES.length]!,
    ds: "2026-06-15",
    met: i % 2 === 0,
    weight: 3,
    stratum: i % 7,
  }));
  return ThemesLabelled.parse({
    schema_version: "1.0",
    archetype: "toy",
    status: "labelled",
    run_id: "r",
    provider: "local",
    model: "toy-1",
    window: WINDOW,
    sources: SOURCES.map((source) => ({ source, weight: WEIGHTS[source], eligible: needs, answered: needs, needs })),
    ...themeDemand(items, WINDOW, WEIGHTS),
    notes: [],
  });
}

Deno.test("themeDemandFigure() names the leading theme, and is legible at many needs, few and none", () => {
  for (const needs of [0, 1, 5, 400]) assertLegible(themeDemandFigure(demand(needs)).svg);
  const themes = demand(400);
  const { title, svg } = themeDemandFigure(themes);
  assert.ok(title.includes(THEME_TITLES[themes.themes[0]!.theme].toLowerCase()), title);
  const texts = labelsOf(svg).map(({ text }) => text);
  for (const name of ["Slack", "e-mail", "queries"]) assert.ok(texts.includes(name), name);
  assert.match(themeDemandFigure(demand(0)).title, /Nobody asked/);
});
