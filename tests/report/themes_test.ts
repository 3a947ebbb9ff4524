import assert from "node:assert/strict";
import { SOURCES, type Theme, THEMES } from "../../lib/contracts/demand.ts";
import { ThemesLabelled } from "../../lib/contracts/themes.ts";
import { themesPage, themesSkipped } from "../../lib/report/themes.ts";
import { themeDemand } from "../../lib/scoring/theme_demand.ts";

function labelled(answered: number, sampled: boolean): ThemesLabelled {
  const items = Array.from({ length: answered }, (_, i) => ({
    source: SOURCES[i % 3]!,
    theme: THEMES[i % 2] as Theme,
    ds: "2026-06-10",
    met: i % 2 === 0,
    weight: sampled ? 3 : 1,
    stratum: i % 3,
  }));
  return ThemesLabelled.parse({
    schema_version: "1.0",
    archetype: "toy",
    status: "labelled",
    run_id: "0123456789abcdef",
    provider: "local",
    model: "dnr-embedded-1",
    window: { from: "2026-06-01", to: "2026-06-30", days: 30 },
    sources: SOURCES.map((source) => ({ source, weight: 0.3333, eligible: answered, answered, needs: answered })),
    ...themeDemand(items, { from: "2026-06-01", to: "2026-06-30" }, { slack: 0.4, email: 0.3, nlq: 0.3 }),
    notes: ["source slack was <b>stopped</b>"],
  });
}

Deno.test("themesPage() names who labelled, the demand by theme, source and week, and the notes as text", () => {
  const page = themesPage(labelled(30, true));
  assert.match(page, /labelled by the embedded model `dnr-embedded-1`/);
  assert.match(page, /\*\*Metric definitions\*\*: .*\| 50% \(\d/);
  assert.match(page, /\| Week of \| 2026-06-08 \|/);
  assert.match(page, /&lt;b&gt;stopped/);
  assert.doesNotMatch(themesPage(labelled(30, false)), /50% \(\d/, "nothing is open where all was read");
});

Deno.test("themesPage() of a correspondence in which nobody needs anything has a dash for every share", () => {
  const page = themesPage(labelled(0, false));
  assert.match(page, /\| – \| – \| – \| – \| 0 \| 0 \| 0 \|/);
});

Deno.test("themesPage() of a run that asked nobody says why", () => {
  assert.equal(
    themesPage(themesSkipped("toy", "Themes skipped: no <model>.")),
    "# Themes of toy\n\nThemes skipped: no &lt;model&gt;.\n",
  );
});
