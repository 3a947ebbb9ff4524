import assert from "node:assert/strict";
import { gapsBacklogFigure } from "../../lib/charts/gaps_backlog.ts";
import { gapsByClassFigure } from "../../lib/charts/gaps_by_class.ts";
import type { BacklogItem } from "../../lib/contracts/backlog.ts";
import { SOURCES } from "../../lib/contracts/demand.ts";
import { GAP_CLASSES } from "../../lib/contracts/pack.ts";
import { assertLegible, labelsOf } from "../charts/drawing.ts";

const window = { from: "2026-03-01T08:00:00Z", to: "2026-03-31T08:00:00Z" };

const item = (rank: number): BacklogItem => ({
  id: `gap_${String(rank).padStart(10, "0")}`,
  rank,
  gap_class: "stale_data",
  dataset: "rental.rides",
  column: null,
  about: null,
  title: `Figures of rental.a_dataset_with_a_long_name_${rank} disagree by definition`,
  recommendation: "Mend it.",
  score: 1 / rank,
  severity: 1,
  frequency: 1 / rank,
  confidence: rank % 3 === 0 ? 0.4 : 0.9,
  asks: 1000 - rank,
  people: rank,
  by_source: { slack: 1, email: 0, nlq: 0 },
  first_ts: window.from,
  last_ts: window.to,
  items: [{ source: "slack", id: "s1", confidence: 0.9 }],
  examples: [{ source: "slack", id: "s1", text: "late" }],
  facts: [],
  clusters: [],
});

Deno.test("gapsBacklogFigure() names what to fix first, and is legible at many gaps, one and none", () => {
  for (const count of [0, 1, 3, 40]) {
    const backlog = Array.from({ length: count }, (_, i) => item(i + 1));
    assertLegible(gapsBacklogFigure({ window, backlog }).svg);
  }
  assert.match(gapsBacklogFigure({ window, backlog: [] }).title, /empty/);
});

Deno.test("gapsByClassFigure() counts by class and source, and is legible at many items, one and none", () => {
  for (const count of [0, 1, 500]) {
    const records = Array.from({ length: count }, (_, i) => ({
      gap_class: GAP_CLASSES[(i * i) % GAP_CLASSES.length]!,
      source: SOURCES[i % 3]!,
    }));
    const { svg, title } = gapsByClassFigure({ window }, records);
    assertLegible(svg);
    if (count === 500) assert.ok(labelsOf(svg).some(({ text }) => text === "queries"), title);
  }
});
