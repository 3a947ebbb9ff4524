/** The embedded reading of an item: what its words say, and what the catalog says to that. */
import type { Evidence, Intent } from "../contracts/backlog.ts";
import { GAP_CLASSES, type GapClass } from "../contracts/pack.ts";
import { percent } from "../core/quantity.ts";
import type { GapClassifier } from "../llm/embedded/gaps/classifier.ts";
import { type Catalog, folded, type Matches } from "./catalog.ts";
import { factEvidence, factOdds, type Facts, factsThatHold } from "./facts.ts";
import { intentOf } from "./intent.ts";
import { type GapItem, wholeText } from "./items.ts";
import { identifiersIn, missingThings } from "./missing_phrase.ts";

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

/** Points from which a dataset counts as spoken of; a name alone has more, a few words of a description less. */
const SPOKEN_OF = 1.1;
/** What a query tool read, though it may have guessed. */
const READ_POINTS = 1.5;

/** Classes that are about one column where one is named. */
const OF_COLUMN: readonly GapClass[] = ["quality", "access"];

export function readItem(item: GapItem, catalog: Catalog, classify: GapClassifier): Reading {
  const text = wholeText(item);
  const matches = withQuery(catalog.match(text), item);
  const best = matches.datasets[0];
  const spoken = best !== undefined && best.points >= SPOKEN_OF ? best : undefined;
  const facts = factsOf(item, text, catalog, matches, spoken);
  const words = classify(item);
  const holding = factsThatHold(facts);
  const weights = GAP_CLASSES.map((gap) => Math.log(Math.max(words[gap], 1e-6)) + factOdds(holding, gap));
  const most = Math.max(...weights);
  const total = weights.reduce((sum, weight) => sum + Math.exp(weight - most), 0);
  const gapClass = GAP_CLASSES[weights.indexOf(most)]!;
  const dataset = gapClass === "missing_dataset" ? null : facts.dataset?.id ?? null;
  const subject = subjectOf(gapClass, facts, text);
  return {
    intent: {
      ...intentOf(text),
      datasets: matches.datasets.filter(({ points }) => points >= SPOKEN_OF).slice(0, 3).map(({ id }) => id),
    },
    gapClass,
    dataset,
    ...subject,
    confidence: 1 / total,
    evidence: [
      { kind: "words", ref: item.id, detail: `${gapClass} by the words alone: ${percent(100 * words[gapClass])}` },
      ...factEvidence({ ...facts, lacking: subject.about ?? subject.column ?? facts.lacking }, gapClass),
    ],
  };
}

function withQuery(matches: Matches, { query }: GapItem): Matches {
  if (query === null || query.datasets.length === 0) return matches;
  const points = new Map(matches.datasets.map((match) => [match.id, match]));
  for (const id of query.datasets) {
    const known = points.get(id);
    points.set(id, { id, named: known?.named ?? false, points: (known?.points ?? 0) + READ_POINTS });
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
    freshness: dataset === null ? null : catalog.freshness.get(dataset.id) ?? null,
    query,
    unknown,
    lacking: dataset === null ? null : lackingOf(text, dataset.columns.map(({ name }) => name), unknown),
    column,
    grain: intentOf(text).grain,
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
