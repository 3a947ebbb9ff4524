/** One name for each thing that is missing, whatever each of those who miss it calls it. */
import type { Evidence, GapRecord } from "../contracts/backlog.ts";
import { words } from "../llm/embedded/tokens.ts";
import { folded } from "./catalog.ts";
import { mergedGroups } from "./leaders.ts";
import { thingName } from "./missing_phrase.ts";
import { canonicalNames } from "./subjects.ts";
import { hashedVectors } from "./vectors.ts";

type Missing = Pick<GapRecord, "source" | "id" | "gap_class" | "dataset" | "column" | "about" | "evidence">;

/** Cosine from which two texts miss the same thing: of one dataset, or of none. */
const ALIKE_COLUMN = 0.08;
const ALIKE_DATASET = 0.25;
/** Cosine from which a fragment of such a group belongs to another one. */
const ALIKE_MIDDLES = 0.3;
/** Share of a group that says a word which names it. */
const SAID_BY = 0.4;
const NAME_WORDS = 3;

/**
 * The gaps with the names of what is missing: what several people call it, else the words that they share and others do not
 * say. Groups and names do not depend on the order of the gaps.
 *
 * @param gaps In the order of source and id.
 * @param texts Of each.
 */
export function withMissingNames<G extends Missing>(gaps: readonly G[], texts: readonly string[]): G[] {
  const vectors = hashedVectors(texts);
  const said = texts.map((text) => new Set(words(text).filter((word) => /^\p{L}{4,}$/u.test(word))));
  const named = [...gaps];
  const missing = [...gaps.keys()].filter((i) => isMissing(gaps[i]!));
  const buckets = Map.groupBy(missing, (i) => JSON.stringify([gaps[i]!.gap_class, gaps[i]!.dataset]));
  for (const bucket of buckets.values()) {
    const alike = gaps[bucket[0]!]!.dataset === null ? ALIKE_DATASET : ALIKE_COLUMN;
    const names = canonicalNames(bucket.flatMap((i) => gaps[i]!.about ?? []));
    for (const members of mergedGroups(bucket.map((i) => vectors[i]!), alike, ALIKE_MIDDLES)) {
      const group = members.map((place) => bucket[place]!);
      // A dataset does not lack what it is about.
      const known = new Set(folded(gaps[group[0]!]!.dataset ?? ""));
      const own = group.flatMap((i) => names.get(gaps[i]!.about ?? "") ?? [])
        .filter((name) => !folded(name).every((word) => known.has(word)));
      const about = mostSaid(own) ?? sharedWords(group.map((i) => said[i]!), said, gaps[group[0]!]!.dataset) ??
        own.toSorted()[0] ?? null;
      for (const i of group) {
        const gap = gaps[i]!;
        const column = gap.gap_class === "missing_column" ? about : null;
        named[i] = { ...gap, about, column, evidence: [...gap.evidence, absence(gap.dataset, about)] };
      }
    }
  }
  return named;
}

function absence(dataset: string | null, about: string | null): Evidence {
  const name = about?.replaceAll("_", " ");
  if (dataset !== null) {
    const detail = name === undefined
      ? `${dataset} lacks a column that is asked for`
      : `${dataset} has no column on ${name}`;
    return { kind: "absent", ref: about === null ? dataset : `${dataset}.${about}`, detail };
  }
  const detail = name === undefined
    ? "nothing in the catalog is near what is asked"
    : `no dataset of the catalog is on ${name}`;
  return { kind: "absent", ref: about ?? "catalog", detail };
}

function isMissing({ gap_class }: Missing): boolean {
  return gap_class === "missing_column" || gap_class === "missing_dataset";
}

/** The name that most say, if it is more than one of them and not the exception. */
function mostSaid(names: readonly string[]): string | null {
  const counts = [...Map.groupBy(names, (name) => name)].map(([name, all]) => ({ name, count: all.length }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  const [first] = counts;
  return first !== undefined && (counts.length === 1 || first.count >= Math.max(2, SAID_BY * names.length))
    ? first.name
    : null;
}

/** Words that many of the group say and few others; null where there are none. */
function sharedWords(
  group: readonly ReadonlySet<string>[],
  all: readonly ReadonlySet<string>[],
  dataset: string | null,
): string | null {
  const ofDataset = new Set(folded(dataset ?? ""));
  const candidates = new Set(group.flatMap((words) => [...words]));
  const scored = [...candidates].flatMap((word) => {
    const inside = group.filter((words) => words.has(word)).length;
    const anywhere = all.filter((words) => words.has(word)).length;
    if (group.length < 2 || inside < SAID_BY * group.length || thingName(word) === undefined) return [];
    if (folded(word).some((part) => ofDataset.has(part))) return [];
    return [{ word, score: inside * inside / anywhere }];
  }).sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1));
  const chosen = new Set(scored.slice(0, NAME_WORDS).map(({ word }) => word));
  // In the order in which somebody says most of them.
  const teller = group.toSorted((a, b) => b.intersection(chosen).size - a.intersection(chosen).size)[0]!;
  return chosen.size === 0 ? null : [...new Set([...teller, ...chosen])].filter((word) => chosen.has(word)).join("_");
}
