/** Damage to files and their shape: bytes, syntax, schema. */
import { PACK_FILES } from "../../lib/contracts/pack.ts";
import { cell, type Damage, json, lineHolding, openingOf, record, type Shape } from "./damage.ts";

const { datasets, freshness, lineage, queries, slack, email, manifest, hashes } = PACK_FILES;

export const damagesOfForm: readonly Damage[] = [
  // A file as a whole.
  ...Object.values(PACK_FILES).map((file): Damage => ({
    title: `${file} is missing`,
    file,
    damage: () => null,
    says: /^is missing$/,
    at: { file, line: () => null },
  })),
  {
    title: "a missing file is also told where its digest stands",
    file: slack,
    damage: () => null,
    keepHashes: true,
    says: /slack\.jsonl is missing/,
    at: { file: hashes, line: lineHolding(hashes, slack) },
  },
  {
    title: "one byte of a text differs",
    file: email,
    damage: (text) => text.replace(/e","ts/, 'f","ts').replace(/"body":"(.)/, '"body":"X'),
    keepHashes: true,
    says: /email\.jsonl has SHA-256 \w{12}…, its digest here is/,
    at: { file: hashes, line: lineHolding(hashes, email) },
  },
  {
    title: "a digest is not of the file",
    file: hashes,
    damage: (text) => json<Shape>(text, ({ files }) => files[lineage] = "0".repeat(64)),
    keepHashes: true,
    says: /lineage\.json has SHA-256/,
  },
  {
    title: "a digest is no digest",
    file: hashes,
    damage: (text) => json<Shape>(text, ({ files }) => files[lineage] = "abc"),
    keepHashes: true,
    says: /files\.catalog\/lineage\.json is "abc": .*pattern/,
  },
  {
    title: "a file has no digest",
    file: hashes,
    damage: (text) => json<Shape>(text, ({ files }) => delete files[queries]),
    keepHashes: true,
    says: /nl_queries\.jsonl has no digest/,
    at: { file: hashes, line: lineHolding(hashes, '"files"') },
  },
  {
    title: "a digest is of no file of a pack",
    file: hashes,
    damage: (text) => json<Shape>(text, ({ files }) => files["notes.txt"] = "0".repeat(64)),
    keepHashes: true,
    says: /notes\.txt is no file of a pack/,
    at: { file: hashes, line: lineHolding(hashes, "notes.txt") },
  },
  // Syntax.
  { title: "JSON is cut short", file: datasets, damage: (text) => text.slice(0, 400), says: /is not JSON: found/ },
  {
    title: "JSON has a comma too many",
    file: lineage,
    damage: (text) => text.replace(/\}\n {2}\]/, "},\n  ]"),
    says: /is not JSON: found "\]", wanted a value/,
    at: { file: lineage, line: (files) => lineHolding(lineage, "  ]")(files) },
  },
  {
    title: "JSON holds a key twice",
    file: manifest,
    damage: (text) => text.replace('"kind": "pack",', '"kind": "pack",\n  "kind": "pack",'),
    says: /holds the key "kind" twice/,
  },
  {
    title: "a JSONL line is cut short",
    file: queries,
    damage: (text) => text.replace(/"text":"[^\n]*/, '"te'),
    says: /JSON/,
  },
  {
    title: "a JSONL line is empty",
    file: slack,
    damage: (text) => text.replace("\n", "\n\n"),
    says: /end of the text/,
  },
  {
    title: "a quotation mark of the CSV has no partner",
    file: freshness,
    damage: (text) => text.replace("daily", '"daily'),
    says: /is not CSV/,
  },
  {
    title: "the CSV lacks a column",
    file: freshness,
    damage: (text) => text.replace(",lag_min", ""),
    says: /has the columns/,
  },
  {
    title: "a row of the CSV has a cell too many",
    file: freshness,
    damage: (text) => text.replace(/fresh\n/, "fresh,1\n"),
    says: /has 6 cells, wanted 5/,
  },
  // Schema.
  {
    title: "a column has a type in small letters",
    file: datasets,
    damage: (text) => text.replace('"type": "VARCHAR"', '"type": "varchar"'),
    says: /type is "varchar": Invalid string/,
  },
  {
    title: "a dataset lacks its tier",
    file: datasets,
    damage: (text) => json<Shape>(text, (value) => delete value.datasets[2]!.tier),
    says: /datasets\.2\.tier is missing/,
    at: { file: datasets, line: (files) => openingOf(files.get(datasets)!, 2) },
  },
  {
    title: "a dataset has a key that no schema knows",
    file: datasets,
    damage: (text) => text.replace('"tier"', '"owner": "x",\n      "tier"'),
    says: /Unrecognized key: "owner"/,
    at: { file: datasets, line: (files) => openingOf(files.get(datasets)!, 0) },
  },
  {
    title: "a query's status is unknown",
    file: queries,
    damage: (text) => record(text, 4, (value) => value.status = "maybe"),
    says: /status is "maybe": Invalid option/,
  },
  {
    title: "a time is no day of the calendar",
    file: queries,
    damage: (text) => record(text, 3, (value) => value.ts = "2026-02-30T10:00:00Z"),
    says: /ts is "2026-02-30T10:00:00Z"/,
  },
  {
    title: "a time is local",
    file: slack,
    damage: (text) => record(text, 3, (value) => value.ts = "2026-02-20T10:00:00+01:00"),
    says: /ts is "2026-02-20T10:00:00\+01:00"/,
  },
  {
    title: "a message has no text",
    file: slack,
    damage: (text) => record(text, 5, (value) => value.text = ""),
    says: /text is "": Too small/,
  },
  {
    title: "an e-mail goes to an address",
    file: email,
    damage: (text) => record(text, 1, (value) => value.to_ids = ["somebody@mail.example"]),
    says: /to_ids\.0 is "somebody@mail\.example"/,
  },
  {
    title: "a lag is no number",
    file: freshness,
    damage: (text) => cell(text, 3, 3, "soon"),
    says: /lag_min is "soon"/,
  },
];
