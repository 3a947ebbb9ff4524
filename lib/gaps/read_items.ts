/** The embedded reading of items: what their words say, what the catalog says to that, and what others meet. */
import type { Evidence, Intent } from "../contracts/backlog.ts";
import { type Dataset, GAP_CLASSES, type GapClass } from "../contracts/pack.ts";
import { percent } from "../core/quantity.ts";
import type { GapClassifier, GapOdds } from "../llm/embedded/gaps/classifier.ts";
import { type Catalog, folded, type Matches } from "./catalog.ts";
import { coverageOf, saysGrain } from "./coverage.ts";
import { factEvidence, factOdds, type Facts, factsThatHold } from "./facts.ts";
import { OF_COLUMN } from "./gap_columns.ts";
import { intentOf } from "./intent.ts";
import { type GapItem, wholeText } from "./items.ts";
import { identifiersIn, missingThings } from "./missing_phrase.ts";
import { pooledProbabilities } from "./pool.ts";
import { hashedVectors } from "./vectors.ts";

export interface Reading {
  readonly intent: Intent;
  readonly gapClass: GapClass;
  readonly dataset: string | null;
  readonly column: string | null;
  /** What is missing, as a name; null where the catalog has one for it. */
  readonly about: string | null;
  /** Probability of the class, 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

/** Points from which a dataset counts as spoken of though it is not named: a query's tool read it, or its columns are. */
const SPOKEN_OF = 1.6;
function isSpokenOf({ named, points }: Matches["datasets"][number]): boolean {
  return named || points >= SPOKEN_OF;
}

/** What a query tool read, though it may have guessed. */
const READ_POINTS = 1.5;

/**
 * Items that a class counts for before others are heard. A gap is met by several people, each in their own words; what can
 * be answered is asked by one alone, and as often as anything else.
 */
const HEARD_BEFORE = GAP_CLASSES.map((gap) => gap === "none" ? 0.5 : 0.05);

/** An item with all that bears upon its class. */
interface Weighed {
  readonly item: GapItem;
  readonly text: string;
  readonly matches: Matches;
  readonly facts: Facts;
  readonly words: GapOdds;
  /** In the order of {@link GAP_CLASSES}. */
  readonly logs: readonly number[];
}

/** Readings of all items, in their order; the order does not matter to what they say. */
export function readItems(items: readonly GapItem[], catalog: Catalog, classify: GapClassifier): Reading[] {
  const weighed = items.map((item) => weigh(item, catalog, classify));
  const vectors = hashedVectors(items.map(({ texts }) => texts[0]!));
  const pooled = pooledProbabilities(
    weighed.map(({ facts, logs }, i) => ({
      subject: facts.named ? facts.dataset!.id : "",
      vector: vectors[i]!,
      logs,
    })),
    HEARD_BEFORE,
  );
  return weighed.map((one, i) => readingOf(one, pooled[i]!));
}

/** A table named `access_audit` does not make a text one about access, even where it is named in plain words. */
function withoutName(text: string, dataset: Dataset | null): string {
  if (dataset === null || !dataset.name.includes("_")) return text;
  return text.replace(new RegExp(`\\b${dataset.name.replaceAll("_", "[ _-]")}\\b`, "gi"), `\`${dataset.name}\``);
}

/** The least that the words can say of a class, so that facts can still speak for it. */
const LEAST_PROBABILITY = 1e-6;

function weigh(item: GapItem, catalog: Catalog, classify: GapClassifier): Weighed {
  const text = wholeText(item);
  const matches = withQuery(catalog.match(text), item);
  const best = matches.datasets[0];
  const spoken = best !== undefined && isSpokenOf(best) ? best : undefined;
  const facts = factsOf(item, text, catalog, matches, spoken);
  // Whoever begins a thread says what is wanted; the others talk of what is being done about it.
  const words = classify({ ...item, texts: [withoutName(item.texts[0]!, facts.dataset)] });
  const holding = factsThatHold(facts);
  const logs = GAP_CLASSES.map((gap) => Math.log(Math.max(words[gap], LEAST_PROBABILITY)) + factOdds(holding, gap));
  return { item, text, matches, facts, words, logs };
}

function readingOf({ item, text, matches, facts, words }: Weighed, probabilities: readonly number[]): Reading {
  const confidence = Math.max(...probabilities);
  const gapClass = GAP_CLASSES[probabilities.indexOf(confidence)]!;
  const subject = subjectOf(gapClass, facts, text);
  return {
    intent: {
      ...intentOf(text),
      datasets: matches.datasets.filter(isSpokenOf).slice(0, 3).map(({ id }) => id),
    },
    gapClass,
    dataset: gapClass === "missing_dataset" ? null : facts.dataset?.id ?? null,
    ...subject,
    confidence,
    evidence: [
      { kind: "words", ref: item.id, detail: `${gapClass} by the words alone: ${percent(100 * words[gapClass])}` },
      ...factEvidence(facts, gapClass),
    ],
  };
}

function withQuery(matches: Matches, { query }: GapItem): Matches {
  if (query === null || query.datasets.length === 0) return matches;
  const points = new Map(matches.datasets.map((match) => [match.id, match]));
  for (const id of query.datasets) {
    const known = points.get(id);
    const { named = false, metric = false, points: said = 0 } = known ?? {};
    points.set(id, { id, named, metric, points: said + READ_POINTS });
  }
  const datasets = [...points.values()].sort((a, b) => b.points - a.points || (a.id < b.id ? -1 : 1));
  return { ...matches, datasets };
}

function factsOf(
  { query }: GapItem,
  text: string,
  catalog: Catalog,
  { columns }: Matches,
  spoken: Matches["datasets"][number] | undefined,
): Facts {
  const dataset = spoken === undefined ? null : catalog.datasets.get(spoken.id) ?? null;
  const column = columns.find((mention) => mention.dataset === dataset?.id)?.column ?? null;
  const unknown = identifiersIn(text).filter((name) => !isKnown(name, catalog));
  return {
    dataset,
    named: spoken?.named ?? false,
    metric: spoken?.metric ?? false,
    freshness: dataset === null ? null : catalog.freshness.get(dataset.id) ?? null,
    query,
    unknown,
    lacking: dataset === null ? null : lackingOf(text, dataset.columns.map(({ name }) => name), unknown),
    column,
    grain: intentOf(text).grain,
    saysGrain: dataset !== null && saysGrain(text, dataset.grain),
    coverage: query === null || dataset === null ? null : coverageOf(text, catalog.vocabulary(dataset.id)),
  };
}

function isKnown(name: string, { datasets }: Catalog): boolean {
  const last = name.split(".").at(-1)!;
  for (const dataset of datasets.values()) {
    if (dataset.id === name || dataset.name === last || dataset.columns.some((column) => column.name === last)) {
      return true;
    }
  }
  return false;
}

/** What is asked for of a dataset and is none of its columns. */
function lackingOf(text: string, columns: readonly string[], unknown: readonly string[]): string | null {
  const known = new Set(columns.map((name) => folded(name).join("_")));
  const candidates = [...unknown.map((name) => name.split(".").at(-1)!), ...missingThings(text, "column")];
  return candidates.find((name) => !known.has(folded(name).join("_"))) ?? null;
}

/** The column that the gap is about, and what is missing. */
function subjectOf(gap: GapClass, facts: Facts, text: string): Pick<Reading, "column" | "about"> {
  if (gap === "missing_column") return { column: facts.lacking, about: facts.lacking };
  if (gap === "missing_dataset") {
    return { column: null, about: facts.unknown[0]?.split(".").at(-1) ?? missingThings(text, "dataset")[0] ?? null };
  }
  return { column: OF_COLUMN.includes(gap) ? facts.column : null, about: null };
}
