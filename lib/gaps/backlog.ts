/** From readings to a ranked backlog: one item for each class, dataset and column. */
import { createHash } from "node:crypto";
import type { BacklogItem, Evidence, GapRecord } from "../contracts/backlog.ts";
import { SOURCES } from "../contracts/demand.ts";
import type { Catalog } from "./catalog.ts";
import { frequencyOf } from "./severity.ts";
import { CLASS_WORDS } from "./wording.ts";

type Gap = Pick<GapRecord, "gap_class" | "dataset" | "column" | "about">;
type GapClassOf = BacklogItem["gap_class"];

/** What is named where neither a dataset nor a missing thing is. */
const UNNAMED = "something not named";

/**
 * Stable id of a gap: of what it is, never of who asks for it or when.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(
 *   backlogId({ gap_class: "stale_data", dataset: "sales.orders", column: null, about: null }),
 *   "gap_5222f28e2d",
 * );
 * ```
 */
export function backlogId({ gap_class, dataset, column, about }: Gap): string {
  const name = JSON.stringify([gap_class, dataset, column ?? about]);
  return `gap_${createHash("sha256").update(name).digest("hex").slice(0, 10)}`;
}

/** @param textOf What an item says, for quotes. */
export function backlogOf(
  records: readonly GapRecord[],
  catalog: Catalog,
  textOf: (record: GapRecord) => string,
): BacklogItem[] {
  const groups = [...Map.groupBy(records.filter(({ backlog }) => backlog !== null), ({ backlog }) => backlog!)];
  const peopleOf = (members: readonly GapRecord[]): number => new Set(members.map(({ user_id }) => user_id)).size;
  const most = Math.max(0, ...groups.map(([, members]) => peopleOf(members)));
  const atDataset = Map.groupBy(records, ({ dataset }) => dataset);
  // Whoever names no dataset may talk of anything.
  const othersOf = (dataset: string | null, members: readonly GapRecord[]): number =>
    dataset === null ? 0 : atDataset.get(dataset)!.length - members.length;
  const items = groups.map(([id, members]): Omit<BacklogItem, "rank"> => {
    const surest = members.toSorted((a, b) =>
      b.confidence - a.confidence || compare(a.source, b.source) || compare(a.id, b.id)
    );
    const { dataset, column, about } = surest[0]!;
    const gap_class = surest[0]!.gap_class as GapClassOf;
    const people = peopleOf(members);
    const frequency = rounded(frequencyOf(people, most));
    const severity = rounded(mean(surest.map((gap) => gap.severity)));
    const subject = subjectOf({ gap_class, dataset, column, about });
    const times = members.map(({ ts }) => ts).sort();
    return {
      id,
      gap_class,
      dataset,
      column,
      about,
      title: CLASS_WORDS[gap_class].title_of(subject),
      recommendation: CLASS_WORDS[gap_class].recommendation(subject),
      score: rounded(severity * frequency),
      severity,
      frequency,
      confidence: rounded(confidenceOf(surest.map((gap) => gap.confidence), people, othersOf(dataset, members))),
      asks: members.length,
      people,
      by_source: Object.fromEntries(
        SOURCES.map((source) => [source, members.filter((gap) => gap.source === source).length]),
      ) as BacklogItem["by_source"],
      first_ts: times[0]!,
      last_ts: times.at(-1)!,
      items: surest.map(({ source, id, confidence }) => ({ source, id, confidence })),
      examples: examplesOf(surest).map((gap) => ({ source: gap.source, id: gap.id, text: textOf(gap) })),
      facts: commonFacts(surest, catalog),
      clusters: [...new Set(members.flatMap(({ cluster }) => cluster ?? []))].sort(),
    };
  });
  return items
    .sort((a, b) => b.score - a.score || b.asks - a.asks || compare(a.id, b.id))
    .map((item, i) => ({ ...item, rank: i + 1 }));
}

/** `sales.orders`, `sales.orders.region`, or in plain words what is missing, and where. */
function subjectOf({ gap_class, dataset, column, about }: Gap): string {
  const name = about?.replaceAll("_", " ") ?? UNNAMED;
  if (dataset === null) return name;
  if (gap_class === "missing_column") return `“${name}” in ${dataset}`;
  return column === null ? dataset : `${dataset}.${column}`;
}

/** The surest item of each source, then the next ones. */
function examplesOf(surest: readonly GapRecord[]): GapRecord[] {
  const firsts = SOURCES.flatMap((source) => surest.find((gap) => gap.source === source) ?? []);
  return [...firsts, ...surest.filter((gap) => !firsts.includes(gap))].slice(0, 3);
}

/** Facts of the pack that every item of the gap shares, each once; what the words say is each item's own. */
function commonFacts(members: readonly GapRecord[], catalog: Catalog): Evidence[] {
  const facts = new Map(
    members.flatMap(({ evidence }) => evidence)
      .filter(({ kind }) => kind !== "words" && kind !== "query_status" && kind !== "model")
      .map((fact) => [`${fact.kind}/${fact.ref}`, fact]),
  );
  const dataset = members[0]!.dataset === null ? undefined : catalog.datasets.get(members[0]!.dataset);
  const tier: Evidence[] = dataset === undefined ? [] : [
    { kind: "present", ref: dataset.id, detail: `${dataset.tier} dataset of ${dataset.domain}` },
  ];
  return [...tier, ...[...facts].sort(([a], [b]) => compare(a, b)).map(([, fact]) => fact)].slice(0, 6);
}

/** Share of what is said of a dataset that is taken for another gap than it is. */
const MISREAD = 0.05;

/**
 * Mean probability of the class, as if one more person had been asked and had not met the gap, and as if some of those who
 * tell of something else at the same dataset had been misread: what one alone tells of is never surer than not, nor is what
 * few tell of where many tell of something else.
 *
 * @param others Items on the same dataset that tell of something else.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(confidenceOf([1], 1, 0), 0.5);
 * assert.equal(confidenceOf([0.9, 0.9, 0.9], 3, 0).toFixed(3), "0.675");
 * assert.equal(confidenceOf([0.9, 0.9, 0.9], 3, 200).toFixed(3), "0.193");
 * ```
 */
export function confidenceOf(probabilities: readonly number[], people: number, others: number): number {
  return mean(probabilities) * people / (people + 1 + MISREAD * others);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Four digits: what is told can be compared without the noise of binary fractions. */
export function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
