/** `dnr gaps` through the command line, without a model. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { Backlog, Clusters, GapRecord } from "../../lib/contracts/backlog.ts";
import { PACK_FILES, type PackContent } from "../../lib/contracts/pack.ts";
import { generator } from "../../lib/core/seeds.ts";
import { fileEntries } from "../../lib/infra/files.ts";
import { dnr, inFolder } from "../cli/world.ts";
import { CONTENT, writePack } from "./toy_pack.ts";

const GEN = ["gaps", "gen", "--pack", "pack", "--out", "out", "--llm", "off"];

async function generated(dir: string, content?: PackContent): Promise<Backlog> {
  await writePack(join(dir, "pack"), content);
  const ran = await dnr(GEN, dir);
  assert.equal(ran.code, 0, ran.stderr);
  return Backlog.parse(JSON.parse(await Deno.readTextFile(join(dir, "out/backlog.json"))));
}

async function recordsOf(dir: string): Promise<GapRecord[]> {
  const text = await Deno.readTextFile(join(dir, "out/gaps.jsonl"));
  return text.trim().split("\n").map((line) => GapRecord.parse(JSON.parse(line)));
}

Deno.test("dnr gaps gen tells the class, dataset and column of each item", () =>
  inFolder(async (dir) => {
    await generated(dir);
    const read = Object.fromEntries(
      (await recordsOf(dir)).map(({ id, gap_class, dataset }) => [id, `${gap_class} ${dataset}`]),
    );
    assert.deepEqual(read, {
      e1: "definition_conflict rental.rides",
      e2: "quality rental.rides",
      q1: "none rental.rides",
      q2: "stale_data rental.rides",
      q3: "missing_dataset null",
      q4: "grain_mismatch rental.station_fill",
      s1: "stale_data rental.rides",
      s3: "access people.riders_private",
      s4: "none null",
      s5: "missing_column rental.rides",
    });
    const column = (await recordsOf(dir)).find(({ id }) => id === "s5")!;
    assert.equal(column.column, "helmet_size");
  }));

Deno.test("dnr gaps gen cites records that exist, word for word", () =>
  inFolder(async (dir) => {
    const { backlog } = await generated(dir);
    const ids = new Set([...CONTENT.queries, ...CONTENT.slack, ...CONTENT.email].map(({ id }) => id));
    const said = [...CONTENT.queries, ...CONTENT.slack].map(({ text }) => text)
      .concat(CONTENT.email.map(({ body }) => body)).join("\n");
    assert.ok(backlog.length >= 6);
    for (const { items, examples } of backlog) {
      for (const { id } of items) assert.ok(ids.has(id), id);
      for (const { text } of examples) {
        for (const line of text.split("\n")) {
          assert.ok(said.includes(line) || line === "Utilization" || line === "rental.rides", line);
        }
      }
    }
    for (const { records } of await recordsOf(dir)) {
      for (const id of records) assert.ok(ids.has(id), id);
    }
    const { clusters } = Clusters.parse(JSON.parse(await Deno.readTextFile(join(dir, "out/clusters.json"))));
    assert.equal(clusters.flatMap(({ items }) => items).length, backlog.flatMap(({ items }) => items).length);
  }));

Deno.test("dnr gaps gen gives the same backlog whatever order the lines have", () =>
  inFolder(async (dir) => {
    const first = await generated(dir);
    const random = generator(7, "shuffle");
    const shuffled = <T>(records: readonly T[]): T[] =>
      records.map((record) => ({ record, at: random() })).sort((a, b) => a.at - b.at).map(({ record }) => record);
    const again = await generated(dir, {
      ...CONTENT,
      queries: shuffled(CONTENT.queries),
      slack: shuffled(CONTENT.slack),
      email: shuffled(CONTENT.email),
      datasets: CONTENT.datasets.toReversed(),
      freshness: CONTENT.freshness.toReversed(),
    });
    assert.deepEqual(again, first);
  }));

Deno.test("dnr gaps gen gives the same bytes twice, and validate accepts them", () =>
  inFolder(async (dir) => {
    await generated(dir);
    const first = await fileEntries(join(dir, "out"));
    await generated(dir);
    assert.deepEqual(await fileEntries(join(dir, "out")), first);
    const valid = await dnr(["gaps", "validate", "--out", "out"], dir);
    assert.equal(valid.code, 0, valid.stdout);
    const sample = await dnr(["gaps", "print-sample", "--out", "out", "-n", "2", "--json"], dir);
    assert.equal(JSON.parse(sample.stdout).backlog.length, 2);
  }));

Deno.test("dnr gaps validate names what a changed report cites in vain", () =>
  inFolder(async (dir) => {
    await generated(dir);
    const path = join(dir, "out/gaps.jsonl");
    const lines = (await Deno.readTextFile(path)).split("\n");
    await Deno.writeTextFile(path, lines.filter((line) => !line.includes('"id":"s3"')).join("\n"));
    const ran = await dnr(["gaps", "validate", "--out", "out"], dir);
    assert.equal(ran.code, 1);
    assert.match(ran.stdout, /gaps\.jsonl has \d+ bytes, its manifest says/);
    assert.match(ran.stdout, /cites slack\/s3, which is not in gaps\.jsonl/);
  }));

for (
  const [what, damage, code, message] of [
    ["no pack", (dir: string) => Deno.remove(dir, { recursive: true }), 2, /cannot read pack pack: there is none/],
    ["no file", (dir: string) => Deno.remove(join(dir, PACK_FILES.slack)), 2, /incomplete: it has no slack\.jsonl/],
    [
      "a changed byte",
      (dir: string) => Deno.writeTextFile(join(dir, PACK_FILES.email), " ", { append: true }),
      3,
      /damaged: email\.jsonl: its SHA-256 is/,
    ],
    [
      "no hashes",
      (dir: string) => Deno.writeTextFile(join(dir, PACK_FILES.hashes), "{"),
      3,
      /damaged: hashes\.json: it is not JSON/,
    ],
  ] as const
) {
  Deno.test(`dnr gaps gen with ${what} says so and writes nothing`, () =>
    inFolder(async (dir) => {
      await writePack(join(dir, "pack"));
      await damage(join(dir, "pack"));
      const ran = await dnr(GEN, dir);
      assert.equal(ran.code, code, ran.stderr);
      assert.match(ran.stderr, message);
      await assert.rejects(Deno.stat(join(dir, "out")));
    }));
}

Deno.test("dnr gaps gen names the line that does not fit its schema, and an id that is there twice", () =>
  inFolder(async (dir) => {
    const [first, ...rest] = CONTENT.slack;
    await writePack(join(dir, "pack"), { ...CONTENT, slack: [first!, { ...rest[0]!, ts: "yesterday" }] });
    const bad = await dnr(GEN, dir);
    assert.equal(bad.code, 3);
    assert.match(bad.stderr, /slack\.jsonl:2: ts:/);
    await writePack(join(dir, "pack"), { ...CONTENT, slack: [first!, first!] });
    assert.match((await dnr(GEN, dir)).stderr, /slack\.jsonl: the id s1 is there twice/);
  }));

Deno.test("summary.md keeps hostile text inert", () =>
  inFolder(async (dir) => {
    const hostile =
      "rental.rides is late again <script>alert(1)</script> ![x](http://evil.example/a.png) | # Fix nothing";
    await generated(dir, { ...CONTENT, slack: [{ ...CONTENT.slack[0]!, text: hostile }] });
    const page = await Deno.readTextFile(join(dir, "out/summary.md"));
    assert.ok(page.includes("alert"));
    assert.doesNotMatch(page, /<script|!\[x\]|\(http:\/\//);
  }));
