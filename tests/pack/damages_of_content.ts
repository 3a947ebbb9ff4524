/** Damage to what well-formed files say: ids, references, freshness, the manifest. */
import { PACK_FILES } from "../../lib/contracts/pack.ts";
import {
  answerIn,
  cell,
  type Damage,
  json,
  lineHolding,
  lineOfColumn,
  openingOf,
  record,
  type Shape,
} from "./damage.ts";

const { datasets, freshness, lineage, queries, slack, email, manifest } = PACK_FILES;

export const damagesOfContent: readonly Damage[] = [
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
