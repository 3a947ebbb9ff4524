import assert from "node:assert/strict";
import type { GapRecord } from "../../lib/contracts/backlog.ts";
import { PackOracle } from "../../lib/contracts/pack.ts";
import { gapScores } from "../../lib/evaluate/gap_scores.ts";
import { backlogId, backlogOf } from "../../lib/gaps/backlog.ts";
import { catalogOf } from "../../lib/gaps/catalog.ts";
import { groupsOf, plainTitle } from "../../lib/gaps/clusters.ts";
import { withMissingNames } from "../../lib/gaps/missing_names.ts";
import { mergedGroups } from "../../lib/gaps/leaders.ts";
import { hashedVectors, unit } from "../../lib/gaps/vectors.ts";
import { DATASETS, FRESHNESS } from "./toy_pack.ts";

const catalog = catalogOf(DATASETS, FRESHNESS);

function gap(id: string, changes: Partial<GapRecord> = {}): GapRecord {
  const record: GapRecord = {
    source: "nlq",
    id,
    records: [id],
    ts: "2026-03-10T09:00:00Z",
    user_id: `u${id}`,
    intent: { metric: null, dimensions: [], filters: [], grain: null, time_range: null, datasets: [] },
    gap_class: "stale_data",
    dataset: "rental.rides",
    column: null,
    about: null,
    severity: 0.8,
    confidence: 0.9,
    evidence: [{ kind: "words", ref: id, detail: "words" }],
    read_by: "embedded",
    outcome: null,
    cluster: null,
    backlog: null,
    ...changes,
  };
  return { ...record, backlog: record.gap_class === "none" ? null : backlogId(record) };
}

Deno.test("backlogOf() ranks by severity and by how many people ask, not by how often one does", () => {
  const records = [
    ...["1", "2", "3"].map((id) => gap(id)),
    ...["4", "5", "6", "7"].map((id) => gap(id, { gap_class: "quality", user_id: "u4" })),
    gap("8", { gap_class: "none", dataset: null }),
  ];
  const backlog = backlogOf(records, catalog, ({ id }) => id);
  assert.deepEqual(backlog.map(({ gap_class, rank, asks, people }) => [gap_class, rank, asks, people]), [
    ["stale_data", 1, 3, 3],
    ["quality", 2, 4, 1],
  ]);
  assert.equal(backlog[0]!.score, 0.8);
  assert.equal(backlog[1]!.score, 0.4);
  assert.deepEqual(backlogOf(records.toReversed(), catalog, ({ id }) => id), backlog);
});

Deno.test("backlogId() tells class, dataset and column apart, and nothing else", () => {
  const own = backlogId(gap("1"));
  assert.equal(backlogId(gap("2", { severity: 0.1, user_id: "other", source: "slack" })), own);
  assert.notEqual(backlogId(gap("1", { gap_class: "quality" })), own);
  assert.notEqual(backlogId(gap("1", { column: "price_cents" })), own);
});

Deno.test("withMissingNames() gives one name to what several people miss in their own words", () => {
  const missing = (id: string, about: string | null) => gap(id, { gap_class: "missing_column", column: about, about });
  const texts = [
    "could you add helmet size to rides",
    "helmet sizes of the riders are not stored in rides",
    "no helmet size in the rides table",
    "which day is it",
  ];
  const named = withMissingNames(
    [missing("1", "helmet_size"), missing("2", "helmet_sizes"), missing("3", "helmet_size"), gap("4")],
    texts,
  );
  assert.deepEqual(named.map(({ column }) => column), ["helmet_size", "helmet_size", "helmet_size", null]);
  assert.equal(named[0]!.evidence.at(-1)!.ref, "rental.rides.helmet_size");
});

Deno.test("groupsOf() makes the same groups whatever order the gaps have", () => {
  const texts = [
    "rides are late again",
    "late rides again today",
    "helmets are duplicated",
    "duplicated helmets found",
  ];
  const vectors = hashedVectors(texts);
  const grouped = texts.map((text, i) => ({
    source: "slack" as const,
    id: `s${i}`,
    gapClass: i < 2 ? "stale_data" as const : "quality" as const,
    dataset: "rental.rides",
    about: null,
    text,
    vector: vectors[i]!,
  }));
  const groups = groupsOf(grouped, 0.3).map(plainTitle);
  assert.deepEqual(groups.map(({ items }) => items.length), [2, 2]);
  assert.deepEqual(groupsOf(grouped.toReversed(), 0.3).map(plainTitle), groups);
});

Deno.test("mergedGroups() puts a fragment to the larger group that is like it, and keeps large ones apart", () => {
  const at = (angle: number) => Float32Array.of(Math.cos(angle), Math.sin(angle));
  const [one, near] = [at(0), at(0.6)];
  assert.deepEqual(mergedGroups([one, near, one, one], 0.9, 0.8), [[0, 1, 2, 3]]);
  assert.deepEqual(mergedGroups([one, near, one, near], 0.9, 0.8), [[0, 2], [1, 3]]);
  assert.deepEqual(mergedGroups([one, unit(Float32Array.of(0, 1)), one, one], 0.9, 0.8), [[0, 2, 3], [1]]);
});

Deno.test("backlogOf() is less sure of what few tell of where many tell of something else", () => {
  const few = ["1", "2", "3"].map((id) => gap(id));
  const many = Array.from({ length: 60 }, (_, i) => gap(`q${i}`, { gap_class: "quality" }));
  const confidence = (records: readonly GapRecord[]) =>
    backlogOf(records, catalog, ({ id }) => id).find(({ gap_class }) => gap_class === "stale_data")!.confidence;
  assert.equal(confidence(few), 0.675);
  assert.ok(confidence([...few, ...many]) < 0.55);
  assert.ok(confidence(few.slice(1, 2)) < 0.55);
});

Deno.test("gapScores() counts what is wrong and what is missing as wrong", () => {
  const oracle = PackOracle.parse({
    schema_version: "1.0",
    pack_id: "p_0123456789ab",
    gaps: [{ id: "g1", gap_class: "stale_data", dataset: "rental.rides", column: null, about: "late" }],
    items: ["1", "2", "3"].map((id) => ({
      source: "nlq",
      id,
      gap_class: "stale_data",
      dataset: "rental.rides",
      column: null,
      gap: "g1",
    })),
  });
  const scores = gapScores(oracle, [gap("1"), gap("2"), gap("9", { gap_class: "quality" })], []);
  const stale = scores.by_class.find(({ gap_class }) => gap_class === "stale_data")!;
  assert.deepEqual([stale.support, stale.predicted, stale.correct, stale.precision], [3, 2, 2, 1]);
  assert.equal(stale.recall!.toFixed(3), "0.667");
});
