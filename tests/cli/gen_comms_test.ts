import assert from "node:assert/strict";
import { join } from "node:path";
import { Budget } from "../../lib/contracts/budget.ts";
import { nlqQueries, slackMessages } from "../../lib/contracts/comms.ts";
import { labelTables } from "../../lib/contracts/labels.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { digest, readManifest, verifyFiles } from "../../lib/infra/files.ts";
import { readRows } from "../../lib/infra/row_table.ts";
import { obedient } from "../comms/obedient_model.ts";
import { startFakeOpenAI } from "../support/fake_openai/server.ts";
import { dnr, inFolder, namesIn, type Ran } from "./world.ts";

const SMALL = ["--slack", "40", "--email", "12", "--nlq", "16"];
const genComms = (dir: string, ...more: string[]): Promise<Ran> =>
  dnr(["gen-comms", "--archetype", "neobank", ...SMALL, ...more], dir);
const local = (dir: string, ...more: string[]): Promise<Ran> => genComms(dir, "--llm-provider", "local", ...more);
const genWarehouse = (dir: string, ...more: string[]): Promise<Ran> =>
  dnr(["gen-warehouse", "--archetype", "neobank", "--scale", "fast", "--months", "3", ...more], dir);

async function digests(dir: string): Promise<Record<string, string>> {
  const names = (await namesIn(dir)).filter((name) => name !== "defects.json" && name !== "defect_rows.parquet");
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await digest(join(dir, name))])));
}

Deno.test("dnr gen-comms writes the four files, the labels, a budget and a manifest, and says what they hold", () =>
  inFolder(async (dir) => {
    const { code, stdout, stderr } = await local(dir);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^slack +40 /m);
    assert.match(stdout, /^300 people: exec 3% · data_eng 12%/m);
    assert.match(stdout, /^slack relevance: positive 55% · hard_negative 20% · negative 25%$/m);
    assert.match(stdout, /^near-duplicates .*: threads \d/m);
    assert.match(stdout, /^keyword baseline, macro-F1 of themes: slack \d/m);
    assert.match(stdout, /^local dnr-writer-1: estimated \$0\.00, at most \$0\.00, spent \$0\.00$/m);
    assert.match(stdout, /^note: there is no ledger in meta\/neobank: nothing is linked to an event$/m);
    assert.match(stdout, /^next: dnr run-report --warehouse data\/neobank --comms comms\/neobank$/m);
    const files = ["comms_users", "email_messages", "nlq", "slack_messages"].map((name) => `${name}.parquet`);
    assert.deepEqual(await namesIn(`${dir}/comms/neobank`), ["budget.json", ...files, "manifest.json"].sort());
    assert.deepEqual(await namesIn(`${dir}/meta/neobank`), [
      "labels_email.parquet",
      "labels_nlq.parquet",
      "labels_slack.parquet",
    ]);
    const manifest = await readManifest(`${dir}/comms/neobank`);
    await verifyFiles(`${dir}/comms/neobank`, manifest);
    const { kind, archetype, seed, parameters } = manifest;
    assert.deepEqual([kind, archetype, seed, parameters.provider], ["comms", "neobank", 43, "local"]);
    assert.equal(parameters["labels.nlq"], await digest(`${dir}/meta/neobank/labels_nlq.parquet`));
    const rows = Object.fromEntries(manifest.files.map(({ path, rows }) => [path, rows]));
    assert.deepEqual([rows["email_messages.parquet"], rows["nlq.parquet"], rows["comms_users.parquet"]], [12, 16, 600]);
    const budget = Budget.parse(JSON.parse(await Deno.readTextFile(`${dir}/comms/neobank/budget.json`)));
    assert.deepEqual(budget.spend.map(({ purpose, actual_usd }) => [purpose, actual_usd]), [["generation", 0]]);
  }));

Deno.test("dnr gen-comms gives the same bytes at any number of threads and in any time zone", () =>
  inFolder(async (dir) => {
    await local(dir, "--threads", "1");
    const [comms, meta] = [await digests(`${dir}/comms/neobank`), await digests(`${dir}/meta/neobank`)];
    const main = join(import.meta.dirname!, "..", "..", "main.ts");
    const args = ["run", "-A", main, "gen-comms", "--archetype", "neobank", ...SMALL, "--llm-provider", "local"];
    const elsewhere = await new Deno.Command(Deno.execPath(), {
      args: [...args, "--threads", "2", "--quiet"],
      cwd: dir,
      env: { TZ: "Asia/Kolkata", LC_ALL: "de_DE.UTF-8" },
    }).output();
    assert.equal(elsewhere.code, 0, new TextDecoder().decode(elsewhere.stderr));
    assert.deepEqual(await digests(`${dir}/comms/neobank`), comms);
    assert.deepEqual(await digests(`${dir}/meta/neobank`), meta);
  }));

Deno.test("dnr gen-comms --seed is the seed of the communications", () =>
  inFolder(async (dir) => {
    await local(dir, "--seed", "7", "--out", "seven", "--meta", "meta7");
    await local(dir, "--out", "usual");
    assert.equal((await readManifest(`${dir}/seven`)).seed, 7);
    assert.notEqual(
      await digest(`${dir}/seven/slack_messages.parquet`),
      await digest(`${dir}/usual/slack_messages.parquet`),
    );
  }));

Deno.test("dnr gen-comms --months shortens the window", () =>
  inFolder(async (dir) => {
    await local(dir, "--months", "2");
    await using duck = await openDuck();
    const rows = await readRows(duck, `${dir}/comms/neobank/slack_messages.parquet`, slackMessages);
    const [from, to] = ["2026-05-01T07:00:00Z", "2026-07-01T07:00:00Z"].map((iso) => Date.parse(iso) * 1000);
    assert.ok(rows.length >= 4 * 40 && rows.every(({ ts }) => ts >= from! && ts < to!));
  }));

Deno.test("dnr gen-comms --dry-run prints counts and cost, asks nothing and writes nothing", () =>
  inFolder(async (dir) => {
    await using server = startFakeOpenAI();
    const { code, stdout, stderr } = await genComms(
      dir,
      "--llm-provider",
      "openai",
      "--api-base",
      server.base,
      "--dry-run",
    );
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^openai gpt-4o-mini: estimated \$0\.0\d+, at most \$1\.00$/m);
    assert.match(stdout, /^note: model gpt-4o-mini retires on/m);
    assert.equal(server.calls.length, 0);
    assert.deepEqual(await namesIn(dir), []);
  }));

Deno.test("dnr gen-comms has an endpoint write, within its estimate; a second run sends nothing", () =>
  inFolder(async (dir) => {
    await using server = startFakeOpenAI({ answer: obedient });
    const ask = (...more: string[]) =>
      genComms(dir, "--llm-provider", "openai", "--api-base", server.base, "--json", ...more);
    const first = await ask();
    assert.equal(first.code, 0, first.stderr);
    const { writing, spend } = JSON.parse(first.stdout);
    for (const kind of ["slack", "email", "nlq"]) {
      assert.deepEqual([writing[kind].askedAgain, writing[kind].replaced], [0, 0], JSON.stringify(writing[kind]));
    }
    assert.ok(Math.abs(spend.actual_usd - server.bill / 1e9) < 1e-9);
    const texts = await digest(`${dir}/comms/neobank/slack_messages.parquet`);
    const sent = server.calls.length;
    const second = await ask();
    assert.equal(server.calls.length, sent);
    assert.equal(JSON.parse(second.stdout).spend.actual_usd, 0);
    assert.equal(await digest(`${dir}/comms/neobank/slack_messages.parquet`), texts);
  }));

Deno.test("dnr gen-comms never trims volumes: where the cap ends the model's part, the embedded writer takes over", () =>
  inFolder(async (dir) => {
    await using server = startFakeOpenAI({ answer: obedient });
    const { code, stdout, stderr } = await genComms(
      dir,
      ...["--llm-provider", "openai", "--api-base", server.base, "--api-cap-usd", "0.004", "--json"],
    );
    assert.equal(code, 0, stderr);
    const { counts, writing, spend } = JSON.parse(stdout);
    assert.deepEqual([counts.slack_threads, counts.emails, counts.queries], [40, 12, 16]);
    assert.ok(writing.slack.replaced > 0 && writing.slack.byModel + writing.slack.replaced === 40, stdout);
    assert.ok(writing.slack.failures.budget > 0);
    assert.ok(server.bill <= 0.004e9, `billed ${server.bill}`);
    assert.equal(spend.cap_usd, 0.004);
  }));

Deno.test("dnr gen-comms survives an endpoint that is away", () =>
  inFolder(async (dir) => {
    const { code, stdout, stderr } = await genComms(
      dir,
      ...[
        "--llm-provider",
        "openai",
        "--api-base",
        "http://127.0.0.1:9/v1",
        "--config",
        await fastRetries(dir),
        "--json",
      ],
    );
    assert.equal(code, 0, stderr);
    const { writing } = JSON.parse(stdout);
    assert.deepEqual([writing.slack.replaced, writing.email.replaced, writing.nlq.replaced], [40, 12, 16]);
  }));

async function fastRetries(dir: string): Promise<string> {
  await Deno.writeTextFile(`${dir}/fast.yaml`, "llm: {timeout_s: 0.2, retries: 0}\n");
  return "fast.yaml";
}

Deno.test("dnr gen-comms stops at a wrong key with one sentence", () =>
  inFolder(async (dir) => {
    await using server = startFakeOpenAI({ apiKey: "the right one" });
    const { code, stderr } = await genComms(dir, "--llm-provider", "openai", "--api-base", server.base);
    assert.equal(code, 2);
    assert.match(stderr, /^error: .*key/m);
    assert.ok(!(await namesIn(dir)).includes("comms"));
  }));

async function outcomes(dir: string) {
  await using duck = await openDuck();
  const rows = await readRows(duck, `${dir}/comms/neobank/nlq.parquet`, nlqQueries);
  assert.equal(rows.length, 16);
  return rows;
}

Deno.test("dnr gen-comms leaves statements alone, plans them, or runs them on the warehouse", () =>
  inFolder(async (dir) => {
    await local(dir);
    assert.ok((await outcomes(dir)).every((row) => row.success_flag === null && row.latency_ms === null));
    await local(dir, "--nlq-parse-only");
    assert.ok((await outcomes(dir)).every((row) => row.success_flag === true && row.result_rows === null));
    assert.equal((await genWarehouse(dir)).code, 0);
    const { code, stderr } = await local(dir, "--nlq-execute");
    assert.equal(code, 0, stderr);
    for (const { success_flag, latency_ms, result_rows } of await outcomes(dir)) {
      assert.ok(success_flag === true && latency_ms! > 0 && result_rows! >= 0);
    }
  }));

Deno.test("dnr gen-comms links traffic to the ledger, and labels outlive a warehouse made anew", () =>
  inFolder(async (dir) => {
    // The labels come first: the warehouse's folder of meta files must accept them.
    await local(dir);
    assert.equal((await genWarehouse(dir)).code, 0);
    const { stdout } = await dnr([
      "gen-comms",
      "--archetype",
      "neobank",
      "--slack",
      "400",
      "--email",
      "20",
      "--nlq",
      "0",
    ], dir);
    assert.match(stdout, /^slack +400 +[\d,]+ +[1-9]\d*$/m);
    const before = await digests(`${dir}/meta/neobank`);
    assert.equal(Object.keys(before).length, 3);
    assert.equal((await genWarehouse(dir, "--seed", "5")).code, 0);
    assert.deepEqual(await digests(`${dir}/meta/neobank`), before);
    await using duck = await openDuck();
    const labels = await readRows(duck, `${dir}/meta/neobank/labels_slack.parquet`, labelTables.slack);
    assert.ok(labels.some(({ event_id }) => event_id !== null));
  }));

const refused: readonly [string, string[], (dir: string) => Promise<void>, RegExp][] = [
  [
    "another company's ledger",
    [],
    async (dir) => {
      await dnr([
        "gen-warehouse",
        "--archetype",
        "marketplace",
        "--scale",
        "fast",
        "--months",
        "1",
        "--meta",
        "meta/neobank",
      ], dir);
    },
    /the ledger is another company's: .*marketplace, wanted neobank/,
  ],
  [
    "a ledger that is none",
    [],
    async (dir) => {
      await Deno.mkdir(`${dir}/meta/neobank`, { recursive: true });
      await Deno.writeTextFile(`${dir}/meta/neobank/defects.json`, "{}");
    },
    /malformed ledger/,
  ],
  ["an output that would replace the labels", ["--out", "meta"], async () => {}, /cannot write --out meta/],
  ["statements both planned and run", ["--nlq-parse-only", "--nlq-execute"], async () => {}, /--nlq-/],
  ["statements run on no warehouse", ["--nlq-execute"], async () => {}, /cannot read folder .*data\/neobank/],
  ["a window of no month", ["--months", "0"], async () => {}, /--months|comms\.months/],
];
for (const [title, flags, prepare, message] of refused) {
  Deno.test(`dnr gen-comms refuses ${title}`, () =>
    inFolder(async (dir) => {
      await prepare(dir);
      const { code, stderr } = await local(dir, ...flags);
      assert.ok(code === 2 || code === 3, `${code}`);
      assert.match(stderr, message);
      assert.ok(!(await namesIn(dir)).includes("comms"));
    }));
}
