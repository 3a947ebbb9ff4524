import assert from "node:assert/strict";
import { join } from "node:path";
import { archetypes } from "../../lib/archetypes/mod.ts";
import type { Label } from "../../lib/contracts/labels.ts";
import { Datasets, PackManifest, PackOracle } from "../../lib/contracts/pack.ts";
import { threadRoots, worldDatasets, worldEdges, worldOracleItem } from "../../lib/pack/world.ts";
import { dnr, inFolder } from "../cli/world.ts";
import { generated } from "../support/generate.ts";

async function read(path: string): Promise<unknown> {
  return JSON.parse(await Deno.readTextFile(path));
}

const [company] = archetypes;

Deno.test("dnr pack gen --warehouse --comms makes a valid pack that tells what the world's labels say", async () => {
  await using world = await generated(company!, { months: 2 });
  const at = (...path: string[]): string => join(world.root, ...path);
  const said = "--slack 30 --email 10 --nlq 20 --months 1 --quiet".split(" ");
  const comms = ["--out", "comms", "--meta", "meta", "--warehouse", "data"];
  const wrote = await dnr(["gen-comms", "--archetype", company!.id, ...said, ...comms], world.root);
  assert.equal(wrote.code, 0, wrote.stderr);
  const folders = ["--warehouse", "data", "--comms", "comms"];
  const made = await dnr(["pack", "gen", "--out", "pack", ...folders, "--meta", "meta", "--quiet"], world.root);
  assert.equal(made.code, 0, made.stderr);
  const checked = await dnr(["pack", "validate", "--pack", "pack", "--json"], world.root);
  assert.deepEqual(JSON.parse(checked.stdout).problems, []);

  const { datasets } = Datasets.parse(await read(at("pack/catalog/datasets.json")));
  assert.deepEqual(datasets.map(({ name }) => name), company!.tables.map(({ name }) => name));
  const { counts, seed } = PackManifest.parse(await read(at("pack/manifest.json")));
  assert.deepEqual([counts.nl_queries, counts.emails, seed], [20, 10, null]);
  const { items } = PackOracle.parse(await read(at("pack.oracle.json")));
  assert.equal(items.length, 60);
  assert.ok(items.some(({ gap_class: gapClass, dataset }) => gapClass === "quality" && dataset !== null));
  const messages = (await Deno.readTextFile(at("pack/slack.jsonl"))).trimEnd().split("\n").map((line) =>
    JSON.parse(line)
  );
  const roots = new Set(messages.filter(({ id, thread_id }) => id === thread_id).map(({ id }) => id));
  const threads = items.filter(({ source }) => source === "slack").map(({ id }) => id);
  assert.deepEqual(new Set(threads), roots);

  // Without labels the oracle says nothing, and the pack is the same.
  await dnr(["pack", "gen", "--out", "blind", ...folders, "--quiet"], world.root);
  assert.deepEqual(PackOracle.parse(await read(at("blind.oracle.json"))).items, []);
  assert.deepEqual(await read(at("blind/hashes.json")), await read(at("pack/hashes.json")));
});

for (const archetype of archetypes) {
  Deno.test(`worldDatasets() and worldEdges() of ${archetype.id} agree with its declarations`, () => {
    const datasets = worldDatasets(archetype);
    const ids = new Set(Datasets.parse({ schema_version: "1.0", datasets }).datasets.map(({ id }) => id));
    assert.equal(ids.size, archetype.tables.length);
    assert.ok(datasets.some(({ columns }) => columns.some(({ pii }) => pii)));
    for (const { foreign_keys: keys } of datasets) for (const { dataset } of keys) assert.ok(ids.has(dataset), dataset);
    for (const { from, to } of worldEdges(archetype)) assert.ok(ids.has(from) && ids.has(to) && from !== to);
  });
}

Deno.test("worldOracleItem() tells the class of a need, and none of small talk", () => {
  const label = {
    item_id: "t0001",
    archetype: company!.id,
    ts: 0,
    relevance: "positive",
    theme: "duplicates_dedup",
    met: null,
    event_id: null,
  } as const;
  const item = (more: Partial<Label>): unknown => {
    const { id, gap_class, dataset, column } = worldOracleItem(company!, "slack", {
      ...label,
      tables: ["visits"],
      columns: ["visits.visit_id"],
      ...more,
    }, roots);
    return [id, gap_class, dataset, column];
  };
  const roots = new Map([["t0001", "m00007"]]);
  const dataset = `${company!.id}.visits`;
  assert.deepEqual(item({}), ["m00007", "quality", dataset, "visit_id"]);
  assert.deepEqual(item({ columns: [] }), ["m00007", "quality", dataset, null]);
  assert.deepEqual(item({ theme: "attribution_funnel_gaps" }), ["m00007", "missing_dataset", null, null]);
  assert.deepEqual(item({ relevance: "negative", theme: null }), ["m00007", "none", null, null]);
});

Deno.test("threadRoots() names the earliest message of each thread, in whatever order they lie", () => {
  const message = (thread_id: string, message_id: string, ts: number) => ({ thread_id, message_id, ts });
  const roots = threadRoots([message("t1", "m2", 20), message("t2", "m3", 5), message("t1", "m1", 10)]);
  assert.deepEqual([...roots].sort(), [["t1", "m1"], ["t2", "m3"]]);
});

Deno.test("dnr pack gen refuses communications of nobody, with one readable message", () =>
  inFolder(async (dir) => {
    const { code, stderr } = await dnr(["pack", "gen", "--out", "p", "--warehouse", "w", "--comms", "c"], dir);
    assert.equal(code, 2);
    assert.match(stderr, /cannot read folder .*w: there is none/);
  }));
