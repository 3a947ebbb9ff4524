/** `dnr gaps gen --llm on`, before a fake endpoint. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { Backlog, Clusters, GapRecord, GapsBudget } from "../../lib/contracts/backlog.ts";
import { dnr, inFolder, type Ran } from "../cli/world.ts";
import { everyText } from "../llm/support.ts";
import type { Asked } from "../support/fake_openai/asked.ts";
import { type FakeOptions, startFakeOpenAI } from "../support/fake_openai/server.ts";
import { fencedIn } from "../support/fenced.ts";
import type { PackContent } from "../../lib/contracts/pack.ts";
import { CONTENT, writePack } from "./toy_pack.ts";

const KEY = "sk-test-5ecr3t-5ecr3t";

interface SentItem {
  readonly n: number;
  readonly text: string;
}

/** All is late by the model's account, the first column that is there is wrong, and names that no catalog has. */
function answered(asked: Asked): unknown {
  const sent = JSON.parse(fencedIn(asked)) as SentItem[];
  if (asked.schema.name === "gap_titles") {
    return { groups: sent.map(({ n }) => ({ n, title: `Group ${n}`, summary: "What they need." })) };
  }
  return {
    items: sent.map(({ n }) => ({
      n,
      metric: "rides",
      dimensions: [],
      filters: [],
      grain: "day",
      time_range: null,
      datasets: ["invented.dataset", "rental.rides"],
      gap: "stale_data",
      column: "invented_column",
      missing: null,
      confidence: 0.9,
    })),
  };
}

interface Setting {
  readonly server: ReturnType<typeof startFakeOpenAI>;
  readonly dir: string;
  run(...flags: readonly string[]): Promise<Ran>;
}

async function withServer(options: FakeOptions, work: (setting: Setting) => Promise<void>): Promise<void> {
  await inFolder(async (dir) => {
    await using server = startFakeOpenAI({ answer: answered, apiKey: KEY, ...options });
    await writePack(join(dir, "pack"), TWICE);
    // As the README has it: the base without a version.
    const base = server.base.replace(/\/v1$/, "");
    const run = (...flags: readonly string[]): Promise<Ran> =>
      dnr(
        ["gaps", "gen", "--pack", "pack", "--out", "out", "--llm", "on", "--api-base", base, ...flags],
        dir,
        { env: { LLM_API_KEY: KEY, DNR_LLM_RETRIES: "0" } },
      );
    await work({ server, dir, run });
  });
}

async function read(
  dir: string,
): Promise<{ records: GapRecord[]; budget: GapsBudget; backlog: Backlog; clusters: Clusters }> {
  const text = (name: string): Promise<string> => Deno.readTextFile(join(dir, "out", name));
  return {
    records: (await text("gaps.jsonl")).trim().split("\n").map((line) => GapRecord.parse(JSON.parse(line))),
    budget: GapsBudget.parse(JSON.parse(await text("budget.json"))),
    backlog: Backlog.parse(JSON.parse(await text("backlog.json"))),
    clusters: Clusters.parse(JSON.parse(await text("clusters.json"))),
  };
}

/** One thread is there twice, so that there is a cluster to name. */
const TWICE: PackContent = {
  ...CONTENT,
  slack: [...CONTENT.slack, { ...CONTENT.slack[0]!, id: "s6", thread_id: "s6", user_id: "u4" }],
};
const ITEMS = 1 + CONTENT.queries.length + new Set(CONTENT.slack.map(({ thread_id }) => thread_id)).size +
  CONTENT.email.length;

Deno.test("dnr gaps gen --llm on asks gpt-5-mini with strict schemas, and holds answers to the catalog", () =>
  withServer({}, async ({ server, dir, run }) => {
    const ran = await run();
    assert.equal(ran.code, 0, ran.stderr);
    const { records, budget, backlog, clusters } = await read(dir);
    for (const { api, model, body } of server.calls) {
      assert.equal(`${api} ${model}`, "responses gpt-5-mini");
      assert.equal((body.text as { format: { strict: boolean } }).format.strict, true);
    }
    assert.equal(server.calls.filter(({ schema }) => schema.name === "gap_intents").length, 1);
    assert.equal(records.length, ITEMS);
    for (const { gap_class, dataset, column, intent, read_by, outcome } of records) {
      assert.deepEqual([gap_class, dataset, column], ["stale_data", "rental.rides", null]);
      assert.deepEqual([intent.datasets, read_by, outcome], [["rental.rides"], "model", "ok"]);
    }
    assert.deepEqual(budget.outcomes, { ok: ITEMS });
    assert.deepEqual(budget.spend.map(({ purpose, outcomes }) => [purpose, outcomes.ok]), [["gaps", 2], [
      "embeddings",
      1,
    ]]);
    assert.ok(budget.spend.every(({ ledger_usd, cap_usd }) => ledger_usd <= cap_usd && ledger_usd > 0));
    assert.equal(backlog.reader.embeddings, "text-embedding-3-small");
    assert.ok(clusters.clusters.some(({ titled_by }) => titled_by === "model"));
    assert.doesNotMatch(await everyText(join(dir, "runs")), new RegExp(KEY));
    assert.doesNotMatch(await everyText(join(dir, ".cache")), new RegExp(KEY));
  }));

Deno.test("dnr gaps gen --llm on sends and pays nothing the second time", () =>
  withServer({}, async ({ server, dir, run }) => {
    await run();
    const first = await read(dir);
    const [calls, bill] = [server.calls.length, server.bill];
    assert.equal((await run()).code, 0);
    assert.deepEqual([server.calls.length, server.bill], [calls, bill]);
    const again = await read(dir);
    assert.deepEqual(again.backlog, first.backlog);
    assert.ok(
      again.budget.spend.every(({ requests, actual_usd, cache_hits }) =>
        requests === 0 && actual_usd === 0 && cache_hits > 0
      ),
    );
  }));

for (
  const [fault, outcome] of [
    ["refusal", "refused"],
    ["length", "truncated"],
    ["content_filter", "filtered"],
    ["nan", "parse_error"],
    ["server_error", "network"],
  ] as const
) {
  Deno.test(`dnr gaps gen --llm on with ${fault} reads the items with the embedded model, and says so`, () =>
    withServer({ fault: ({ schema }) => schema.name === "gap_intents" ? fault : null }, async ({ dir, run }) => {
      const ran = await run();
      assert.equal(ran.code, 0, ran.stderr);
      const { records, budget } = await read(dir);
      assert.deepEqual(budget.outcomes, { [outcome]: ITEMS });
      for (const { read_by, outcome: own } of records) assert.deepEqual([read_by, own], ["embedded", outcome]);
      assert.ok(new Set(records.map(({ gap_class }) => gap_class)).size > 4);
      assert.match(
        await Deno.readTextFile(join(dir, "out/summary.md")),
        /without a valid answer were read by the embedded model/,
      );
    }));
}

Deno.test("dnr gaps gen --llm on never passes its cap, and marks what it did not reach", () =>
  withServer({}, async ({ server, dir, run }) => {
    const ran = await run("--api-cap-usd", "0.000001");
    assert.equal(ran.code, 0, ran.stderr);
    const { records, budget } = await read(dir);
    assert.equal(server.calls.length, 0);
    assert.deepEqual(budget.outcomes, { budget: ITEMS });
    assert.equal(budget.asked, 0);
    assert.ok(records.every(({ read_by }) => read_by === "embedded"));
    assert.match(budget.spend[0]!.stopped!, /cap/);
  }));

Deno.test("dnr gaps gen --llm on asks the successor once the model is gone", () =>
  withServer({ gone: ["gpt-5-mini"] }, async ({ dir, run }) => {
    assert.equal((await run()).code, 0);
    assert.deepEqual((await read(dir)).budget.spend[0]!.answered_by, ["gpt-6-luna-2024-07-18"]);
  }));

Deno.test("dnr gaps gen --llm on needs a key, and a right one", () =>
  withServer({}, async ({ server, dir }) => {
    const args = ["gaps", "gen", "--pack", "pack", "--out", "out", "--llm", "on"];
    const without = await dnr(args, dir);
    assert.equal(without.code, 2);
    assert.match(without.stderr, /no key is set/);
    const wrong = await dnr([...args, "--api-base", server.base], dir, { env: { LLM_API_KEY: "sk-wrong-0123456789" } });
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /refuses the key/);
  }));
