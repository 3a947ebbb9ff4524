import assert from "node:assert/strict";
import fc from "fast-check";
import { archetypes } from "../../lib/archetypes/mod.ts";
import type { Column, Table } from "../../lib/contracts/archetype.ts";
import { type Source, SOURCES } from "../../lib/contracts/demand.ts";
import type { Vocabulary } from "../../lib/contracts/vocabulary.ts";
import { dictionary } from "../../lib/llm/embedded/entities/dictionary.ts";
import { entities } from "../../lib/llm/embedded/entities/match.ts";

/** A lending library. */
function table(name: string, kind: Table["kind"], columns: readonly string[]): Table {
  const typed: Column[] = columns.map((column) => ({ name: column, type: "BIGINT" }));
  return { name, kind, columns: typed, businessKey: [columns[0]!], foreignKeys: [], loaded: kind === "fact" };
}
const tables = [
  table("dim_reader", "dimension", ["reader_id", "created_at", "status"]),
  table("dim_branch", "dimension", ["branch_id", "created_at", "status", "postcode"]),
  table("fact_book_loan", "fact", ["loan_id", "reader_id", "branch_id", "fine_cents", "loaded_at"]),
  table("fact_reservation", "fact", ["reservation_id", "reader_id", "loaded_at"]),
];
const vocabulary: Vocabulary = {
  tables: { fact_book_loan: ["lending log"] },
  nouns: {
    dim_reader: ["reader", "borrower"],
    dim_branch: ["branch"],
    fact_book_loan: ["loan", "borrowed"],
    fact_reservation: ["reservation"],
  },
  columns: { "fact_book_loan.fine_cents": ["overdue fine"], "dim_branch.postcode": ["branch postcode"] },
  attributes: {
    "fact_book_loan.fine_cents": ["penalty"],
    "fact_book_loan.loaded_at": ["lag"],
    "fact_reservation.loaded_at": ["lag"],
  },
  idioms: ["branch manager"],
};
const library = dictionary(tables, vocabulary);

function found(text: string, source: Source = "slack"): string[] {
  return entities(text, source, library).map(({ table, column }) => (column === null ? table : `${table}.${column}`))
    .sort();
}

const CASES: readonly (readonly [behaviour: string, source: Source, text: string, wanted: readonly string[]])[] = [
  ["finds a table's name", "slack", "fact_book_loan is late", ["fact_book_loan"]],
  ["finds a noun with an object word", "slack", "the borrowers tbl is late", ["dim_reader"]],
  ["finds several tables before one object word", "slack", "the reader, branch and loan tables", [
    "dim_branch",
    "dim_reader",
    "fact_book_loan",
  ]],
  ["finds a table pointed at by a phrase of the vocabulary", "email", "rows of the lending-log", ["fact_book_loan"]],
  ["takes a noun in a query for its table", "nlq", "borrowers per month", ["dim_reader"]],
  ["takes no noun in a thread for a table", "slack", "our readers love the new branch", []],
  ["passes over an idiom", "nlq", "who is the branch manager", []],
  ["reads CamelCase", "slack", "FactBookLoan broke", ["fact_book_loan"]],
  ["reads a name inside a longer identifier", "slack", "test not_null_fact_book_loan_branch_id failed", [
    "fact_book_loan",
    "fact_book_loan.branch_id",
  ]],
  ["forgives a missing letter", "nlq", "how many resrvations", ["fact_reservation"]],
  ["forgives two letters swapped", "nlq", "laons in may", ["fact_book_loan"]],
  ["lists a qualified column and its table", "slack", "dim_branch.status is null", ["dim_branch", "dim_branch.status"]],
  ["follows an alias", "slack", "`select r.status from dim_reader as r`", ["dim_reader", "dim_reader.status"]],
  ["takes a noun before a dot for its table", "slack", "loans.branch_id is empty", [
    "fact_book_loan",
    "fact_book_loan.branch_id",
  ]],
  ["gives an ambiguous column to the table before it", "slack", "dim_reader has created_at, dim_branch has none", [
    "dim_branch",
    "dim_reader",
    "dim_reader.created_at",
  ]],
  ["gives an ambiguous column to the table that a preposition binds", "slack", "loans lose reader_id in dim_reader", [
    "dim_reader",
    "dim_reader.reader_id",
  ]],
  ["gives an ambiguous column without a table near to a fact", "slack", "reader_id is null again", [
    "fact_book_loan",
    "fact_book_loan.reader_id",
  ]],
  ["takes an everyday word near its table for a column", "slack", "status in dim_branch is wrong", [
    "dim_branch",
    "dim_branch.status",
  ]],
  ["takes an everyday word alone for nothing", "slack", "what is the status of the ticket", []],
  ["does not read 'created at' in prose as a column", "slack", "the ticket was created at noon", []],
  ["finds a column described in plain words", "slack", "the overdue fines look wrong", [
    "fact_book_loan",
    "fact_book_loan.fine_cents",
  ]],
  ["takes an attribute in a query for its column", "nlq", "penalty by month", [
    "fact_book_loan",
    "fact_book_loan.fine_cents",
  ]],
  ["takes no attribute in a thread for a column", "email", "there is a penalty for late filing", []],
  ["takes an attribute of several tables for the nearest", "nlq", "lag of reservations", [
    "fact_reservation",
    "fact_reservation.loaded_at",
  ]],
  ["takes an attribute of several tables alone for nothing", "nlq", "lag per day", []],
  ["ends a phrase at a mark", "slack", "thanks, reader. table for two?", []],
];

for (const [behaviour, source, text, wanted] of CASES) {
  Deno.test(`entities() ${behaviour}`, () => assert.deepEqual(found(text, source), wanted));
}

Deno.test("entities() trusts an exact name more than a misspelt noun", () => {
  const [exact] = entities("dim_reader", "nlq", library);
  const [misspelt] = entities("resrvation", "nlq", library);
  assert.ok(exact!.confidence > misspelt!.confidence);
});

Deno.test("entities() stays within the schema, whatever the text, and lists the table of every column", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(..."dim_reader . status `created_at` loan lag from = r branch tables and".split(" ")),
  );
  fc.assert(fc.property(fc.array(piece), fc.constantFrom(...SOURCES), (pieces, source) => {
    const answer = entities(pieces.join(" "), source, library);
    for (const { table, column, confidence } of answer) {
      const known = tables.find(({ name }) => name === table);
      assert.ok(known !== undefined && (column === null || known.columns.some(({ name }) => name === column)));
      assert.ok(confidence > 0 && confidence < 1);
      assert.ok(answer.some((other) => other.table === table && other.column === null));
    }
    const names = answer.map(({ table, column }) => `${table}.${column}`);
    assert.equal(new Set(names).size, names.length);
  }));
});

// Ten times the text may not cost a hundred times the time: a bound far above what a linear pass needs.
const HOSTILE: Readonly<Record<string, string>> = {
  "one word of a million letters": "a".repeat(1e6),
  "a million underscores": "_".repeat(1e6),
  "a million backticks": "`".repeat(1e6),
  "columns and tables in turns": "status dim_branch ".repeat(5e4),
  "dots": "fact_book_loan.".repeat(6e4),
  "typing errors": "resrvation barnch ".repeat(5e4),
  "lone surrogates": "\ud800dim_reader\udc00".repeat(5e4),
  "marks of direction": "\u202ereader\u200b_id ".repeat(5e4),
  "capitals in turns": "aA".repeat(5e5),
};
for (const [what, text] of Object.entries(HOSTILE)) {
  Deno.test(`entities() reads ${what} in one pass`, () => {
    const start = performance.now();
    for (const source of ["slack", "nlq"] as const) entities(text, source, library);
    assert.ok(performance.now() - start < 10_000);
  });
}

Deno.test("entities() reads through invisible characters", () => {
  assert.deepEqual(found("dim_\u200breader\u202e"), ["dim_reader"]);
});

Deno.test("dictionary() refuses a vocabulary of unknown names", () => {
  assert.throws(() => dictionary(tables, { ...vocabulary, nouns: { dim_shelf: ["shelf"] } }), /dim_shelf/);
  assert.throws(() => dictionary(tables, { ...vocabulary, columns: { "dim_reader.age": ["age"] } }), /dim_reader\.age/);
});

for (const { id, tables, vocabulary } of archetypes) {
  Deno.test(`dictionary() holds the vocabulary of ${id}, which names every table`, () => {
    assert.ok(vocabulary !== undefined);
    const known = dictionary(tables, vocabulary);
    for (const { name } of tables) {
      const loose = name.replace(/^[a-z]+_/, "").replaceAll("_", " ");
      const [first] = entities(`the ${loose} table`, "email", known);
      assert.equal(first?.table, name);
    }
  });
}
