/** Kinds of damage to a pack, one by one, and what must be said of each. */
import { PACK_FILES } from "../../lib/contracts/pack.ts";

const { datasets, freshness, lineage, queries, slack, email, manifest, hashes } = PACK_FILES;

/** One kind of damage: what becomes of a file's text (null: it is taken away), and what must be said of it. */
export interface Damage {
  readonly title: string;
  readonly file: string;
  readonly damage: (text: string) => string | null;
  readonly says: RegExp;
  /** File and line of the problem, where they are not the file and its first line that differs. */
  readonly at?: { readonly file: string; readonly line: (files: ReadonlyMap<string, string>) => number | null };
  /** Leave the digests as they were. */
  readonly keepHashes?: true;
}

function json<T = Record<string, unknown>>(text: string, change: (value: T) => void): string {
  const value = JSON.parse(text);
  change(value);
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Changes the record in line `index` (from 0; negative from the end) of a JSONL file. */
export function record(text: string, index: number, change: (value: Record<string, unknown>) => void): string {
  const lines = text.trimEnd().split("\n");
  const value = JSON.parse(lines.at(index)!);
  change(value);
  lines[index < 0 ? lines.length + index : index] = JSON.stringify(value);
  return `${lines.join("\n")}\n`;
}

function cell(text: string, row: number, column: number, value: string): string {
  const lines = text.split("\n");
  const cells = lines[row]!.split(",");
  cells[column] = value;
  lines[row] = cells.join(",");
  return lines.join("\n");
}

function lineHolding(file: string, part: string): (files: ReadonlyMap<string, string>) => number {
  return (files) => files.get(file)!.split("\n").findIndex((line) => line.includes(part)) + 1;
}

interface Shape {
  readonly datasets: Record<string, unknown>[];
  readonly edges: { from: string; to: string; type: string }[];
  readonly files: Record<string, string>;
  readonly counts: Record<string, number>;
  readonly window: Record<string, string>;
}

const answerIn = (text: string): number =>
  text.split("\n").findIndex((line) => line !== "" && JSON.parse(line).id !== JSON.parse(line).thread_id);

export const damages: readonly Damage[] = [
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
  // Ids.
  {
    title: "a dataset is there twice",
    file: datasets,
    damage: (text) => json<Shape>(text, (value) => value.datasets.push(value.datasets[0]!)),
    says: /dataset \S+ is there twice: first in line \d+/,
    at: { file: datasets, line: (files) => openingOf(files.get(datasets)!, -1) },
  },
  {
    title: "a column is there twice",
    file: datasets,
    damage: (text) =>
      json<Shape>(text, ({ datasets: [first] }) => {
        const columns = first!.columns as Record<string, unknown>[];
        columns[2] = { ...columns[1] };
      }),
    says: /column of \S+ \w+ is there twice/,
    at: { file: datasets, line: (files) => lineOfColumn(files.get(datasets)!, 2) },
  },
  {
    title: "an id does not say where the dataset belongs",
    file: datasets,
    damage: (text) => json<Shape>(text, ({ datasets: [first] }) => first!.domain = "elsewhere"),
    says: /id is \S+: its domain and name make elsewhere\./,
    at: { file: datasets, line: lineHolding(datasets, '"id"') },
  },
  ...([[queries, "q00002"], [slack, "m00002"], [email, "e00002"]] as const).map(([file, id]): Damage => ({
    title: `an id of ${file} is there twice`,
    file,
    damage: (text) => record(text, 2, (value) => value.id = id),
    says: new RegExp(`id ${id} is there twice: first in line 2`),
  })),
  {
    title: "a dataset has two rows of freshness",
    file: freshness,
    damage: (text) => `${text}${text.split("\n")[1]}\n`,
    says: /dataset \S+ is there twice: first in line 2/,
  },
  // References.
  {
    title: "a foreign key points at no dataset",
    file: datasets,
    damage: (text) => text.replace(/"dataset": "\w+\.\w+"/, '"dataset": "sales.nowhere"'),
    says: /points at no dataset: sales\.nowhere is not there/,
  },
  {
    title: "a foreign key points at no column",
    file: datasets,
    damage: (text) => text.replace(/"references": "\w+"/, '"references": "nothing"'),
    says: /points at no column: \S+ has no nothing/,
  },
  {
    title: "a primary key names no column",
    file: datasets,
    damage: (text) => text.replace(/("primary_key": \[\n\s*)"\w+"/, '$1"nothing"'),
    says: /primary key of \S+ names no column: nothing/,
  },
  {
    title: "a flag of a key is not what the keys say",
    file: datasets,
    damage: (text) => text.replace('"is_primary_key": true', '"is_primary_key": false'),
    says: /is_primary_key of \S+ is false: the keys of its dataset say true/,
  },
  {
    title: "an edge names no dataset",
    file: lineage,
    damage: (text) => json<Shape>(text, ({ edges }) => edges[0]!.from = "sales.nowhere"),
    says: /edge names no dataset: sales\.nowhere/,
    at: { file: lineage, line: (files) => lineHolding(lineage, "sales.nowhere")(files) - 1 },
  },
  {
    title: "an edge is there twice",
    file: lineage,
    damage: (text) => json<Shape>(text, ({ edges }) => edges.push(edges[0]!)),
    says: /edge \S+ → \S+ is there twice/,
    at: { file: lineage, line: (files) => files.get(lineage)!.split("\n").length - 8 + 1 },
  },
  {
    title: "lineage runs in a circle",
    file: lineage,
    damage: (text) =>
      json<Shape>(text, ({ edges }) => edges.push({ ...edges[0]!, from: edges[0]!.to, to: edges[0]!.from })),
    says: /lineage runs in a circle: (\S+) → \S+ → \1$/,
    at: { file: lineage, line: (files) => files.get(lineage)!.split("\n").length - 8 + 1 },
  },
  {
    title: "a dataset is made of itself",
    file: lineage,
    damage: (text) => json<Shape>(text, ({ edges }) => edges[0]!.to = edges[0]!.from),
    says: /lineage runs in a circle: (\S+) → \1$/,
    at: { file: lineage, line: () => 4 },
  },
  {
    title: "a query read a dataset that is not there",
    file: queries,
    damage: (text) => record(text, 7, (value) => value.datasets = ["sales.nowhere"]),
    says: /datasets names sales\.nowhere/,
  },
  {
    title: "a message answers in no thread",
    file: slack,
    damage: (text) => record(text, answerIn(text), (value) => value.thread_id = "m99999"),
    says: /thread_id of \S+ is m99999: no message has that id/,
  },
  {
    title: "a message answers an answer",
    file: slack,
    damage: (text) => {
      const answer = answerIn(text);
      const id = JSON.parse(text.split("\n")[answer]!).id;
      return record(text, -1, (value) => value.thread_id = id);
    },
    says: /that message is itself an answer/,
  },
  {
    title: "an e-mail answers what was sent later",
    file: email,
    damage: (text) => {
      const lines = text.trimEnd().split("\n").map((line) => JSON.parse(line));
      const last = lines.findLast(({ id, thread_id }) => id === thread_id);
      return record(text, 0, (value) => value.thread_id = last.id);
    },
    says: /that message was sent later/,
  },
  {
    title: "freshness is of no dataset",
    file: freshness,
    damage: (text) => cell(text, 2, 0, "sales.nowhere"),
    says: /dataset is sales\.nowhere: the catalog has none/,
  },
  {
    title: "a dataset has no freshness",
    file: freshness,
    damage: (text) => text.split("\n").toSpliced(1, 1).join("\n"),
    says: /has no row in catalog\/freshness\.csv/,
    at: { file: datasets, line: (files) => openingOf(files.get(datasets)!, 0) },
  },
  // Freshness against the catalog and itself.
  {
    title: "a cadence is not the catalog's",
    file: freshness,
    damage: (text) => cell(text, 2, 1, "monthly"),
    says: /expected_cadence of \S+ is monthly: the catalog says/,
  },
  {
    title: "a lag is not its own",
    file: freshness,
    damage: (text) => cell(text, 2, 3, "1"),
    says: /lag_min is 1: .* apart/,
  },
  {
    title: "a status is not what the lag says",
    file: freshness,
    damage: (text) => text.replace(/fresh\n/, "stale\n"),
    says: /status is stale: a lag of \d+ min at \w+ cadence is fresh/,
  },
  {
    title: "an update lies in the future",
    file: freshness,
    damage: (text) => cell(text, 2, 2, "2099-01-01T00:00:00Z"),
    says: /that is after now/,
  },
  // The manifest.
  {
    title: "a message was sent before the window",
    file: slack,
    damage: (text) => record(text, 0, (value) => value.ts = "2001-01-01T00:00:00Z"),
    says: /ts of \S+ is 2001-01-01T00:00:00Z: outside the window/,
  },
  {
    title: "a query was asked after now",
    file: queries,
    damage: (text) => record(text, -1, (value) => value.ts = "2099-01-01T00:00:00Z"),
    says: /outside the window/,
  },
  {
    title: "the window ends before it starts",
    file: manifest,
    damage: (text) => json<Shape>(text, ({ window }) => window.from = "2099-01-01T00:00:00Z"),
    says: /window ends before it starts/,
    at: { file: manifest, line: lineHolding(manifest, '"window"') },
  },
  {
    title: "now is not the end of the window",
    file: manifest,
    damage: (text) => text.replace(/"now": "20/, '"now": "19'),
    says: /now is 19\S+: the window ends at/,
  },
  ...["datasets", "edges", "nl_queries", "slack_messages", "emails"].map((name): Damage => ({
    title: `the manifest counts other ${name}`,
    file: manifest,
    damage: (text) => json<Shape>(text, ({ counts }) => counts[name]!++),
    says: new RegExp(`counts\\.${name} is \\d+: the pack holds \\d+`),
  })),
  {
    title: "the manifest is of another kind",
    file: manifest,
    damage: (text) => text.replace('"pack"', '"warehouse"'),
    says: /kind is "warehouse"/,
  },
];

/** Line on which the dataset of that index opens, in a file that was written with two spaces. */
function openingOf(text: string, index: number): number {
  const lines = text.split("\n").flatMap((line, i) => line === "    {" ? [i + 1] : []);
  return lines.at(index)!;
}

function lineOfColumn(text: string, index: number): number {
  return text.split("\n").flatMap((line, i) => line === "        {" ? [i + 1] : []).at(index)!;
}
