import assert from "node:assert/strict";
import { join } from "node:path";
import { dnr, inFolder, namesIn } from "../cli/world.ts";

const small = `counts: { datasets: 12, nl_queries: 20, slack_threads: 10, email_threads: 5, users: 8 }\n`;

/** SHA-256 of every file of a pack as `hashes.json` lists them, and of the oracle's text. */
async function digests(dir: string, pack: string): Promise<string[]> {
  return [
    await Deno.readTextFile(join(dir, pack, "hashes.json")),
    await Deno.readTextFile(join(dir, `${pack}.oracle.json`)),
  ];
}

Deno.test("dnr pack init writes what is missing, keeps what was changed, and overwrites it with --force alone", () =>
  inFolder(async (dir) => {
    const first = await dnr(["pack", "init"], dir);
    assert.equal(first.code, 0);
    assert.match(first.stdout, /wrote config\.yaml/);
    assert.equal((await namesIn(join(dir, "schemas"))).length, 10);
    const again = await dnr(["pack", "init", "--json"], dir);
    assert.deepEqual(JSON.parse(again.stdout).written, []);
    await Deno.writeTextFile(join(dir, "config.yaml"), small);
    assert.match((await dnr(["pack", "init"], dir)).stdout, /config\.yaml was changed and stays as it is/);
    assert.equal(await Deno.readTextFile(join(dir, "config.yaml")), small);
    assert.deepEqual(JSON.parse((await dnr(["pack", "init", "--force", "--json"], dir)).stdout).written, [
      "config.yaml",
    ]);
  }));

Deno.test("dnr pack gen writes exactly the tree of a pack, its oracle beside it, valid by schemas/ and without", () =>
  inFolder(async (dir) => {
    await dnr(["pack", "init"], dir);
    const made = await dnr(["pack", "gen", "--config", "config.yaml", "--out", "packs/a", "--quiet"], dir);
    assert.equal(made.code, 0, made.stderr);
    assert.deepEqual(await namesIn(join(dir, "packs")), ["a", "a.oracle.json"]);
    assert.deepEqual(await namesIn(join(dir, "packs/a")), [
      "catalog",
      "email.jsonl",
      "hashes.json",
      "manifest.json",
      "nl_queries.jsonl",
      "slack.jsonl",
    ]);
    assert.deepEqual(await namesIn(join(dir, "packs/a/catalog")), ["datasets.json", "freshness.csv", "lineage.json"]);
    assert.match(
      (await dnr(["pack", "validate", "--pack", "packs/a"], dir)).stdout,
      /valid, by 8 schemas of schemas\//,
    );
    await Deno.remove(join(dir, "schemas"), { recursive: true });
    const { code, stdout } = await dnr(["pack", "validate", "--pack", "packs/a"], dir);
    assert.equal(code, 0);
    assert.match(stdout, /valid, by the built-in schemas/);
  }));

Deno.test("dnr pack gen gives another pack each time without --seed, and the same with it, wherever it is written", () =>
  inFolder(async (dir) => {
    await Deno.writeTextFile(join(dir, "config.yaml"), small);
    const gen = (out: string, ...more: string[]): Promise<{ code: number }> =>
      dnr(["pack", "gen", "--config", "config.yaml", "--out", out, "--quiet", ...more], dir);
    for (const out of ["a", "b"]) assert.equal((await gen(out)).code, 0);
    for (const out of ["c", "d/e"]) assert.equal((await gen(out, "--seed", "7")).code, 0);
    assert.notDeepEqual(await digests(dir, "a"), await digests(dir, "b"));
    assert.deepEqual(await digests(dir, "c"), await digests(dir, "d/e"));
  }));

Deno.test("dnr pack validate ends with 3 and names file and line of every problem", () =>
  inFolder(async (dir) => {
    await Deno.writeTextFile(join(dir, "config.yaml"), small);
    await dnr(["pack", "gen", "--out", "a", "--quiet", "--seed", "1"], dir);
    await Deno.writeTextFile(join(dir, "a/notes.txt"), "mine");
    await Deno.remove(join(dir, "a/slack.jsonl"));
    const { code, stdout } = await dnr(["pack", "validate", "--pack", "a"], dir);
    assert.equal(code, 3);
    assert.match(stdout, /notes\.txt +- +is no file of a pack/);
    assert.match(stdout, /slack\.jsonl +- +is missing/);
    assert.match(stdout, /hashes\.json +\d+ +slack\.jsonl is missing/);
    const json = JSON.parse((await dnr(["pack", "validate", "--pack", "a", "--json"], dir)).stdout);
    assert.equal(json.valid, false);
    assert.equal(json.problems.length, 3);
    const listed = JSON.parse((await dnr(["pack", "list", "--root", ".", "--json"], dir)).stdout).packs;
    assert.deepEqual(listed.map(({ pack, problems }: Record<string, unknown>) => [pack, problems]), [["a", 3]]);
  }));

Deno.test("dnr pack validate obeys a stricter schema of the working folder, and refuses one that is none", () =>
  inFolder(async (dir) => {
    await dnr(["pack", "init"], dir);
    await Deno.writeTextFile(join(dir, "config.yaml"), small);
    await dnr(["pack", "gen", "--out", "a", "--quiet", "--seed", "1"], dir);
    const path = join(dir, "schemas/pack_query.schema.json");
    const schema = JSON.parse(await Deno.readTextFile(path));
    schema.properties.app = { type: "string", enum: ["elsewhere"] };
    await Deno.writeTextFile(path, JSON.stringify(schema));
    const strict = await dnr(["pack", "validate", "--pack", "a"], dir);
    assert.equal(strict.code, 3);
    assert.match(strict.stdout, /nl_queries\.jsonl +1 +app is "\w+": Invalid/);
    await Deno.writeTextFile(path, "{");
    const refused = await dnr(["pack", "validate", "--pack", "a"], dir);
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /cannot use schemas\/pack_query\.schema\.json/);
  }));

const mistakes: readonly [args: string, config: string, message: RegExp, hint: RegExp][] = [
  ["gen --out a", "count: { datasets: 3 }\n", /unknown setting at config\.yaml:1:1: count/, /did you mean counts\?/],
  ["gen --out a", "counts:\n  dataset: 3\n", /unknown setting at config\.yaml:2:3: counts\.dataset/, /datasets\?/],
  [
    "gen --out a",
    "counts:\n  datasets: none\n",
    /wrong value for counts\.datasets at config\.yaml:2:3/,
    /found "none"/,
  ],
  ["gen --out a", "gap_mix: { none: 1 }\n", /wrong value for gap_mix\.missing_dataset at config\.yaml:1:1/, /found/],
  ["gen --out a", "counts: [\n", /malformed YAML at config\.yaml:\d+:\d+/, /^$/],
  ["gen --out a --config other.yaml", "", /cannot read the configuration of the pack/, /dnr pack init/],
  ["gen --out a --warehouse w", "", /needs both folders of a world: --comms is missing/, /name both/],
  ["gen --out w --warehouse w --comms c", "", /cannot write --out w: it would replace --warehouse w/, /beside/],
  ["validate --pack none", "", /cannot read pack none: there is no such folder/, /dnr pack list/],
  ["list --root none", "", /cannot list packs: none is not a folder/, /--root/],
];
for (const [args, config, message, hint] of mistakes) {
  Deno.test(`dnr pack ${args} with ${JSON.stringify(config)} ends with 2 and one readable message`, () =>
    inFolder(async (dir) => {
      if (config !== "") await Deno.writeTextFile(join(dir, "config.yaml"), config);
      const { code, stderr } = await dnr(["pack", ...args.split(" ")], dir);
      assert.equal(code, 2, stderr);
      const [said, ...more] = stderr.trim().split("\n").filter((line) => /^(error|hint):/.test(line));
      assert.match(said!, message);
      assert.match(more.join("").replace(/^hint: /, ""), hint);
      assert.doesNotMatch(stderr, /\n {4}at /);
    }));
}
