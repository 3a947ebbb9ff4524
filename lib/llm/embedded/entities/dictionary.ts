/** What every phrase of an archetype may mean: its schema's names and its vocabulary, in one tree of words. */
import type { Table } from "../../../contracts/archetype.ts";
import type { Vocabulary } from "../../../contracts/vocabulary.ts";
import { type Spelling, spelling } from "./spelling.ts";
import { words } from "./words.ts";

/**
 * How a phrase stands for a name. `table` and `column`: the name itself. `pointed`: a table as a data object. `noun`: a
 * business noun. `described`: a column in plain words. `bare`: a column's name that is an everyday word ("status", "tax"),
 * which means the column only where its table is near. `attribute`: a word that means a column in a query alone.
 */
export type Kind = "table" | "column" | "pointed" | "noun" | "described" | "bare" | "attribute";

export interface Sense {
  readonly kind: Kind;
  readonly table: string;
  readonly column: string | null;
}

/** A tree of phrases, a word a level. */
export interface Phrase {
  /** The plainest first. */
  readonly senses: Sense[];
  /** A phrase that means nothing, whatever its words mean. */
  idiom: boolean;
  readonly next: Map<string, Phrase>;
}

export interface Dictionary {
  readonly tables: readonly Table[];
  readonly phrases: Phrase;
  /** Folded word to the word of the dictionary that it is or misspells. */
  readonly known: Spelling;
}

/** Words that turn a business noun into a data object: itself ("the seller table", "payment rows"), or what fills it. */
const OBJECTS = [
  ...["table", "dim", "fact", "row", "record", "header", "entry", "profile", "history", "partition", "schema", "fk"],
  ...["dataset", "model", "mart", "master", "lookup", "list", "data"],
  ...["feed", "stream", "load", "loader", "ingest", "ingestion", "pipeline", "job", "sync", "backfill"],
  ...["export", "extract"],
];

/** The name without what marks its kind: `order_item` of `fact_order_item`. */
function subject({ name }: Table): string {
  return name.replace(/^(?:dim|fact|snapshot)_/, "").replaceAll("_", " ");
}

type Add = (phrase: string, sense: Sense) => void;

/** Names of tables and columns as they are written, and columns by the words of their names. */
function addSchema(add: Add, tables: readonly Table[]): void {
  for (const table of tables) {
    add(table.name, { kind: "table", table: table.name, column: null });
    for (const { name } of table.columns) {
      const sense = { table: table.name, column: name };
      add(name, { kind: "column", ...sense });
      const stem = name.replace(/_(?:id|at|cents|bps)$/, "").replaceAll("_", " ");
      add(`${stem} column`, { kind: "described", ...sense });
    }
  }
}

/** What people call tables and columns; a table's nouns with each of {@link OBJECTS} too. */
function addVocabulary(add: Add, tables: readonly Table[], vocabulary: Vocabulary): void {
  const columns = new Map(
    tables.flatMap((table) =>
      table.columns.map(({ name }) => [`${table.name}.${name}`, { table: table.name, column: name }])
    ),
  );
  const addAll = (kind: Kind, phrases: Vocabulary["tables"], named: (name: string) => Omit<Sense, "kind">): void => {
    for (const [name, list] of Object.entries(phrases)) {
      for (const phrase of list) add(phrase, { kind, ...named(name) });
    }
  };
  const tableOf = (name: string): Omit<Sense, "kind"> => {
    if (!tables.some((table) => table.name === name)) throw new RangeError(`vocabulary of an unknown table: ${name}`);
    return { table: name, column: null };
  };
  const columnOf = (name: string): Omit<Sense, "kind"> => {
    const column = columns.get(name);
    if (column === undefined) throw new RangeError(`vocabulary of an unknown column: ${name}`);
    return column;
  };
  addAll("pointed", vocabulary.tables, tableOf);
  for (const table of tables) {
    for (const noun of [subject(table), ...(vocabulary.nouns[table.name] ?? [])]) {
      for (const object of OBJECTS) add(`${noun} ${object}`, { kind: "pointed", ...tableOf(table.name) });
    }
  }
  addAll("described", vocabulary.columns, columnOf);
  addAll("attribute", vocabulary.attributes, columnOf);
  addAll("noun", vocabulary.nouns, tableOf);
}

/** Columns whose names are everyday words. */
function addBareNames(add: Add, tables: readonly Table[]): void {
  for (const table of tables) {
    for (const { name: column } of table.columns) {
      const plain = column.replace(/_cents$/, "");
      if (plain === column && column.includes("_")) continue;
      add(plain.replaceAll("_", " "), { kind: "bare", table: table.name, column });
    }
  }
}

/** @throws {RangeError} where the vocabulary speaks of a name that the schema lacks. */
export function dictionary(tables: readonly Table[], vocabulary: Vocabulary): Dictionary {
  const root: Phrase = { senses: [], idiom: false, next: new Map() };
  const vocabularyWords = new Set<string>();
  const place = (phrase: string): Phrase => {
    let node = root;
    for (const { text } of words(phrase)) {
      vocabularyWords.add(text);
      const next = node.next.get(text) ?? { senses: [], idiom: false, next: new Map() };
      node.next.set(text, next);
      node = next;
    }
    return node;
  };
  const add: Add = (phrase, sense) => void place(phrase).senses.push(sense);
  // The plainest first: of several senses of a phrase, the first one counts.
  addSchema(add, tables);
  addVocabulary(add, tables, vocabulary);
  addBareNames(add, tables);
  for (const phrase of vocabulary.idioms) place(phrase).idiom = true;
  return { tables, phrases: root, known: spelling(vocabularyWords) };
}
