/** Which tables and columns a text speaks of, after the rules of labelling: never a name that the schema lacks. */
import type { Source } from "../../../contracts/demand.ts";
import { CONFIDENCE, type Evidence, MISSPELT } from "./confidence.ts";
import type { Dictionary, Sense } from "./dictionary.ts";
import { type Mention, mentions } from "./mentions.ts";
import { byDefault, nearest } from "./owner.ts";
import { words } from "./words.ts";

export interface Entity {
  readonly table: string;
  /** Null for the table as a whole, which is listed beside its columns too. */
  readonly column: string | null;
  /** 0 to 1: how often evidence of this kind was right (`confidence.ts`). */
  readonly confidence: number;
  readonly evidence: Evidence;
  /** The words that it was told by, folded. */
  readonly said: string;
}

/** What a phrase may mean in such a text: the first sense of each table and column. */
function sensesIn(mention: Mention, query: boolean): Sense[] {
  const found = new Map<string, Sense>();
  for (const sense of mention.senses) {
    const key = `${sense.table}.${sense.column ?? ""}`;
    const silent = !query && sense.kind === "attribute";
    if (!silent && !found.has(key)) found.set(key, sense);
  }
  return [...found.values()];
}

interface Reading {
  readonly sense: Sense;
  /** How one of several senses was chosen. */
  readonly by: "only" | "nearest" | "default";
}

function evidenceOf(mention: Mention, { sense, by }: Reading): Evidence {
  if (mention.qualified) return "qualified";
  if (sense.kind !== "column") return sense.kind;
  if (by === "default") return "column by default";
  if (by === "nearest") return "column near its table";
  return mention.name ? "column" : "column in words";
}

function better(a: Entity, b: Entity): number {
  return b.confidence - a.confidence || (`${a.table}.${a.column ?? ""}` < `${b.table}.${b.column ?? ""}` ? -1 : 1);
}

/**
 * Entities by decreasing confidence, then by name, each once.
 *
 * In a query, business nouns and attributes count. In a thread or an e-mail they count for nothing, but a noun still
 * helps to tell which table a column is of, and a bare name needs a table that is pointed at.
 */
export function entities(text: string, source: Source, dictionary: Dictionary): Entity[] {
  const query = source === "nlq";
  const read = words(text);
  const all = mentions(read, dictionary)
    .map((mention) => ({ ...mention, senses: sensesIn(mention, query) }))
    .filter(({ senses }) => senses.length > 0);
  const owners = all.filter(({ senses }) => senses.length === 1);
  const pointed = query ? owners : owners.filter(({ senses: [sense] }) => /^(?:table|pointed)$/.test(sense!.kind));

  const reading = (mention: Mention): Reading | undefined => {
    const { senses } = mention;
    const bare = senses.every(({ kind }) => kind === "bare");
    if (senses.length === 1 && !bare) return { sense: senses[0]!, by: "only" };
    const sense = nearest(mention, bare ? pointed : owners, read);
    if (sense !== undefined) return { sense, by: "nearest" };
    // An everyday word is a column where its table is near, and only there.
    const everyday = bare || senses.every(({ kind }) => kind === "attribute");
    return everyday ? undefined : { sense: byDefault(senses, dictionary.tables), by: "default" };
  };

  const found = new Map<string, Entity>();
  const add = (entity: Entity): void => {
    const key = `${entity.table}.${entity.column ?? ""}`;
    if ((found.get(key)?.confidence ?? -1) < entity.confidence) found.set(key, entity);
  };
  for (const mention of all) {
    const choice = reading(mention);
    if (choice === undefined || (!query && choice.sense.kind === "noun")) continue;
    const { table, column } = choice.sense;
    const evidence = evidenceOf(mention, choice);
    const confidence = CONFIDENCE[evidence] * (mention.misspelt ? MISSPELT : 1);
    const said = read.slice(mention.from, mention.to).map((word) => word.text).join(" ");
    add({ table, column: null, confidence, evidence, said });
    if (column !== null) add({ table, column, confidence, evidence, said });
  }
  return [...found.values()].sort(better);
}
