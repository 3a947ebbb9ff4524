/** Which datasets and columns of the catalog a text speaks of. */
import type { Dataset, FreshnessRow } from "../contracts/pack.ts";
import { fold, type Word, words } from "../llm/embedded/entities/words.ts";

/** How a phrase stands for a dataset or column: by its full id, its name, a figure defined upon it, or its description. */
type Sign = "id" | "name" | "noun" | "metric" | "column" | "column_noun";

interface Sense {
  readonly sign: Sign;
  readonly dataset: string;
  readonly column: string | null;
}

interface Phrase {
  readonly senses: Sense[];
  readonly next: Map<string, Phrase>;
}

/** What one phrase tells of a dataset; a name of one word ("orders") may be the things themselves. */
const POINTS: Readonly<Record<Sign, number>> = { id: 4, name: 3, noun: 1.2, metric: 1.5, column: 1, column_noun: 0.4 };

/** Points of a description that is said word for word. */
const DESCRIPTION_POINTS = 1.5;
/** Words that say nothing of what a dataset holds. */
const EMPTY = new Set(
  ("a an and are as at be by can could do does for from has have how i in is it its me my no not of on or our per please" +
    " so that the their there this to us was we what when where which who why with you table dataset data column row one" +
    " each every day date id name key all any number time").split(" "),
);

export interface Mention {
  readonly dataset: string;
  readonly column: string;
}

export interface Matches {
  /** Points of every dataset that is spoken of, the most first; equal ones by id. */
  readonly datasets: readonly {
    readonly id: string;
    readonly points: number;
    /** It, or a figure that is defined upon it, is named. */
    readonly named: boolean;
    /** A figure that is defined upon it is named. */
    readonly metric: boolean;
  }[];
  /** Columns that are named, of whichever dataset. */
  readonly columns: readonly Mention[];
}

export interface Catalog {
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly freshness: ReadonlyMap<string, FreshnessRow>;
  /** Words by which the catalog tells of a dataset. */
  vocabulary(dataset: string): ReadonlySet<string>;
  /** The same text gives the same matches. */
  match(text: string): Matches;
}

/** Words of a phrase as they are compared. */
export function folded(text: string): string[] {
  return words(text).map((word) => word.text);
}

export function catalogOf(datasets: readonly Dataset[], freshness: readonly FreshnessRow[]): Catalog {
  const root: Phrase = { senses: [], next: new Map() };
  const add = (phrase: string, sense: Sense): void => {
    let node = root;
    for (const text of folded(phrase)) {
      const next = node.next.get(text) ?? { senses: [], next: new Map() };
      node.next.set(text, next);
      node = next;
    }
    if (node !== root) node.senses.push(sense);
  };
  for (const { id, name, columns, metrics } of datasets) {
    const own = { dataset: id, column: null };
    add(id, { sign: "id", ...own });
    add(name, { sign: name.includes("_") ? "name" : "noun", ...own });
    for (const metric of metrics) add(metric.name, { sign: "metric", ...own });
    for (const column of columns) {
      if (column.is_primary_key || column.is_foreign_key) continue;
      add(column.name, {
        sign: column.name.includes("_") ? "column" : "column_noun",
        dataset: id,
        column: column.name,
      });
    }
  }
  const described = descriptions(datasets);
  const vocabularies = new Map(datasets.map((dataset) => [dataset.id, vocabularyOf(dataset)]));
  return {
    datasets: new Map(datasets.map((dataset) => [dataset.id, dataset])),
    freshness: new Map(freshness.map((row) => [row.dataset, row])),
    vocabulary: (id) => vocabularies.get(id)!,
    match: (text) => {
      const said = words(text);
      const senses = sensesIn(said, root);
      const points = described(said);
      const named = new Set<string>();
      const metrics = new Set<string>();
      // Of a phrase said often, once; of several columns of a dataset, each.
      for (const { sign, dataset, column } of distinct(senses)) {
        points.set(dataset, (points.get(dataset) ?? 0) + POINTS[sign]);
        if (column === null) named.add(dataset);
        if (sign === "metric") metrics.add(dataset);
      }
      return {
        datasets: Array.from(points, ([id, sum]) => ({
          id,
          points: sum,
          named: named.has(id),
          metric: metrics.has(id),
        }))
          .sort((a, b) => b.points - a.points || (a.id < b.id ? -1 : 1)),
        columns: senses.flatMap(({ dataset, column }) => column === null ? [] : [{ dataset, column }]),
      };
    },
  };
}

/** All words by which the catalog tells of a dataset. */
function vocabularyOf({ id, description, grain, columns, metrics }: Dataset): ReadonlySet<string> {
  const texts = [id, description, grain, ...columns.flatMap((column) => [column.name, column.description])];
  return new Set(folded([...texts, ...metrics.flatMap((metric) => [metric.name, metric.definition])].join(" ")));
}

function distinct(senses: readonly Sense[]): Sense[] {
  const best = new Map<string, Sense>();
  for (const sense of senses) {
    const key = `${sense.dataset}/${sense.column}${sense.sign === "metric" ? "/m" : ""}`;
    const known = best.get(key);
    if (known === undefined || POINTS[sense.sign] > POINTS[known.sign]) best.set(key, sense);
  }
  return [...best.values()];
}

/** The longest phrases from the left; none begins inside another. */
function sensesIn(said: readonly Word[], root: Phrase): Sense[] {
  const found: Sense[] = [];
  for (let at = 0; at < said.length;) {
    let node: Phrase | undefined = root;
    let end = at;
    let senses: readonly Sense[] = [];
    for (let i = at; i < said.length; i++) {
      node = node.next.get(said[i]!.text);
      if (node === undefined) break;
      if (node.senses.length > 0) [end, senses] = [i + 1, node.senses];
    }
    found.push(...raised(senses, said, at, end));
    at = Math.max(end, at + 1);
  }
  return found;
}

/** A noun that stands where a table is spoken of ("the orders table", `orders`) is its name. */
function raised(senses: readonly Sense[], said: readonly Word[], at: number, end: number): readonly Sense[] {
  const pointed = said[at]?.name === true || CONTAINER.has(said[end]?.text ?? "");
  return pointed ? senses.map((sense) => sense.sign === "noun" ? { ...sense, sign: "name" as const } : sense) : senses;
}

const CONTAINER = new Set(["table", "dataset", "model", "view", "mart", "feed", "load", "pipeline", "data"].map(fold));

/** Share of the weight of a dataset's describing words that a text says; each word weighs ln(datasets / those with it). */
function descriptions(datasets: readonly Dataset[]): (said: readonly Word[]) => Map<string, number> {
  const bags = datasets.map(({ id, domain, name, description, columns, metrics }) => {
    const texts = [domain, name, description, ...columns.map((column) => column.name), ...metrics.map((m) => m.name)];
    return { id, bag: new Set(folded(texts.join(" ")).filter((word) => !EMPTY.has(word))) };
  });
  const holders = new Map<string, string[]>();
  for (const { id, bag } of bags) for (const word of bag) holders.set(word, [...holders.get(word) ?? [], id]);
  const weight = (word: string): number => Math.log(1 + datasets.length / holders.get(word)!.length);
  return (said) => {
    const points = new Map<string, number>();
    for (const word of new Set(said.map(({ text }) => text))) {
      for (const id of holders.get(word) ?? []) points.set(id, (points.get(id) ?? 0) + weight(word));
    }
    const most = DESCRIPTION_POINTS * Math.log(1 + datasets.length);
    for (const [id, sum] of points) points.set(id, DESCRIPTION_POINTS * Math.min(1, sum / most));
    return points;
  };
}
