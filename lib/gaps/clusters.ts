/** Gaps of one class that say the same, whatever they are about. */
import { createHash } from "node:crypto";
import type { Cluster } from "../contracts/backlog.ts";
import type { Source } from "../contracts/demand.ts";
import type { GapClass } from "../contracts/pack.ts";
import { plural } from "../core/quantity.ts";
import { words } from "../llm/embedded/tokens.ts";
import { CLASS_WORDS } from "./wording.ts";
import { leaderGroups } from "./leaders.ts";
import { dot } from "./vectors.ts";

/** A gap to be grouped. */
export interface Grouped {
  readonly source: Source;
  readonly id: string;
  readonly gapClass: Exclude<GapClass, "none">;
  readonly dataset: string | null;
  readonly about: string | null;
  readonly text: string;
  /** Of unit length. */
  readonly vector: Float32Array;
}

export interface Group {
  readonly id: string;
  readonly gapClass: Exclude<GapClass, "none">;
  /** The one nearest to their middle first. */
  readonly members: readonly Grouped[];
}

/** Share of the direction of a group that a member must have. */
export const ALIKE_HASHED = 0.35;
export const ALIKE_EMBEDDED = 0.6;

/**
 * Groups within each class. Gaps come in the order of source and id, each joining the group whose middle is nearest, if
 * that is near enough: the same gaps make the same groups, whatever order they were read in.
 */
export function groupsOf(gaps: readonly Grouped[], alike: number): Group[] {
  const ordered = gaps.toSorted((a, b) => compare(a.source, b.source) || compare(a.id, b.id));
  return [...Map.groupBy(ordered, ({ gapClass }) => gapClass)].flatMap(([gapClass, members]) =>
    leaderGroups(members.map(({ vector }) => vector), alike).map(({ middle, members: places }): Group => {
      const own = places.map((place) => members[place]!);
      return {
        id: clusterId(own[0]!),
        gapClass,
        members: own.toSorted((a, b) => dot(b.vector, middle) - dot(a.vector, middle) || compare(a.id, b.id)),
      };
    })
  ).sort((a, b) => b.members.length - a.members.length || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Of the class and the first member by source and id. */
function clusterId({ gapClass, source, id }: Grouped): string {
  return `cl_${createHash("sha256").update(JSON.stringify([gapClass, source, id])).digest("hex").slice(0, 10)}`;
}

const SAY_NOTHING = new Set(
  ("the and for with that this from have has are was were not can could would should our you your they them what which who" +
    " why how when where does did any all but its there here into about than then also still only just please thanks hello" +
    " team need want get got one two per out off over under after before been being will may might like more most some")
    .split(" "),
);

/** Words that many members say, the most common first; of equals the first by letters. */
function commonWords(members: readonly Grouped[], most: number): string[] {
  const counts = new Map<string, number>();
  for (const { text } of members) {
    for (const word of new Set(words(text))) {
      if (/^\p{L}[\p{L}_-]{3,}$/u.test(word) && !SAY_NOTHING.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || compare(a, b)).slice(0, most).map(([word]) => word);
}

/** Of the names of several members, the one that most have. */
function mostCommon(names: readonly (string | null)[]): string | null {
  const counts = Map.groupBy(names.filter((name) => name !== null), (name) => name);
  return [...counts].sort(([a, m], [b, n]) => n.length - m.length || compare(a, b))[0]?.[0] ?? null;
}

/** Title and summary without a model: the class, what it is about, and the words that its members share. */
export function plainTitle({ id, gapClass, members }: Group): Cluster {
  const about = mostCommon(members.map((member) => member.about ?? member.dataset));
  const shared = commonWords(members, 5);
  const datasets = [...new Set(members.flatMap(({ dataset }) => dataset ?? []))].sort();
  const kinds = { nlq: ["query", "queries"], slack: ["Slack thread"], email: ["e-mail thread"] } as const;
  const sources = (["nlq", "slack", "email"] as const).flatMap((source) => {
    const count = members.filter((member) => member.source === source).length;
    const [one, many = `${one}s`] = kinds[source];
    return count === 0 ? [] : [plural(count, one, many)];
  });
  const title = `${CLASS_WORDS[gapClass].title}: ${about?.replaceAll("_", " ") ?? shared.slice(0, 3).join(", ")}`;
  return {
    id,
    gap_class: gapClass,
    title,
    summary: `${sources.join(", ")}${datasets.length === 0 ? "" : ` on ${listed(datasets)}`}.` +
      (shared.length === 0 ? "" : ` Words in common: ${shared.join(", ")}.`),
    titled_by: "embedded",
    items: members.map(({ source, id }) => ({ source, id })),
  };
}

function listed(names: readonly string[]): string {
  return names.length <= 3 ? names.join(", ") : `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`;
}
