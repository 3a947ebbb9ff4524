import assert from "node:assert/strict";
import { join } from "node:path";
import { ExecSummary } from "../../lib/contracts/summary.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { fileEntries, readManifest, writeManifest } from "../../lib/infra/files.ts";
import { type BankWorld, bankWorld, REPORT, reportedBank, said } from "../decision/adopted_bank.ts";
import type { Ran } from "./world.ts";

const EXPLAIN = ["explain", "--report", "report", "--warehouse", "data"] as const;

const summaryPath = ({ root }: BankWorld): string => join(root, "report/exec_summary.json");

/** Changes the summary for one explanation. */
async function afterChange(
  world: BankWorld,
  change: (summary: ExecSummary) => void,
  args: readonly string[] = [...EXPLAIN, "--json"],
): Promise<Ran> {
  const text = await Deno.readTextFile(summaryPath(world));
  const summary = ExecSummary.parse(JSON.parse(text));
  change(summary);
  await Deno.writeTextFile(summaryPath(world), JSON.stringify(summary));
  try {
    return await world.dnr(args);
  } finally {
    await Deno.writeTextFile(summaryPath(world), text);
  }
}

/** Rewrites one Parquet file, and signs the folder anew as `dnr adopt` would, for one explanation. */
async function afterRewrite(world: BankWorld, table: string, select: string): Promise<Ran> {
  const folder = join(world.root, "data");
  const path = join(folder, `${table}.parquet`);
  const before = { file: await Deno.readFile(path), manifest: await readManifest(folder) };
  {
    await using duck = await openDuck();
    await duck.run(`CREATE TABLE t AS FROM read_parquet('${path}'); COPY (${select}) TO '${path}' (FORMAT parquet)`);
  }
  await writeManifest(folder, { ...before.manifest, files: await fileEntries(folder) });
  try {
    return await world.dnr([...EXPLAIN, "--json"]);
  } finally {
    await Deno.writeFile(path, before.file);
    await writeManifest(folder, before.manifest);
  }
}

interface Told {
  readonly figure: string;
  readonly reported: unknown;
  readonly found: unknown;
  readonly holds: boolean;
}

/** @returns What does not hold, by its place. */
function assertBreaks({ code, stdout, stderr }: Ran, ...figures: readonly string[]): Map<string, Told> {
  assert.equal(code, 1, stdout + stderr);
  const told = JSON.parse(stdout) as { figures: Told[]; files: Told[] };
  const broken = new Map(
    [...told.figures, ...told.files].filter(({ holds }) => !holds).map((one) => [one.figure, one]),
  );
  for (const figure of figures) {
    assert.ok(broken.has(figure), `${figure} is not among ${[...broken.keys()].join(", ")}`);
  }
  return broken;
}

Deno.test("dnr explain works every figure out again, and says which no longer holds", async (t) => {
  await using world = await reportedBank();

  await t.step("all hold of a report that nobody touched", async () => {
    const { code, stdout, stderr } = await world.dnr(EXPLAIN);
    assert.equal(code, 0, stdout + stderr);
    assert.equal(stdout.match(/^\d\. .*: (\d+) of \1 figures hold$/gm)?.length, 3);
    assert.match(stdout, /^Rows of fact_card_transaction loaded later than the SLO +1 +1 +yes$/m);
    assert.match(stdout, /^the rest of the summary: (\d+) of \1 figures hold$/m);
    assert.match(stdout, /^the warehouse: 7 of 7 files as measured$/m);
    assert.match(stdout, /^next: dnr validate /m);
  });

  await t.step("one action alone, as JSON", async () => {
    const { code, stdout } = await world.dnr([...EXPLAIN, "--action", "2", "--json"]);
    assert.equal(code, 0);
    const { actions, figures } = JSON.parse(stdout);
    assert.deepEqual(actions.map(({ rank }: { rank: number }) => rank), [2]);
    assert.ok(figures.length > 100 && figures.every(({ action }: { action: number }) => action === 2));
    const late = figures.find(({ metric }: { metric: string | null }) => metric?.startsWith("Time by which"));
    assert.equal(late.reported, 176);
    assert.match(late.sql, /^SELECT /);
  });

  const changes: readonly (readonly [string, (summary: ExecSummary) => void, string])[] = [
    ["an evidence figure", ({ actions }) => actions[1]!.evidence[3]!.value = 175, "actions.1.evidence.3.value"],
    [
      "the SQL of a figure",
      ({ actions }) => actions[1]!.evidence[4]!.sql = "SELECT 1",
      "actions.1.evidence.4.sql",
    ],
    ["a score", ({ actions }) => actions[0]!.score.total += 0.001, "actions.0.score.total"],
    ["a confidence", ({ actions }) => actions[2]!.confidence.entity = 0.9, "actions.2.confidence.entity"],
    ["a share of the demand", ({ actions }) => actions[0]!.demand.share += 1e-9, "actions.0.demand.share"],
    ["a count of items", ({ actions }) => actions[0]!.demand.items.nlq++, "actions.0.demand.items.nlq"],
    ["money", ({ actions }) => actions[0]!.revenue_at_risk_cents.mid++, "actions.0.revenue_at_risk_cents.mid"],
    ["a figure as it is shown", ({ actions }) => actions[0]!.facts.score.shown = "0.99", "actions.0.facts.score.shown"],
    ["a title", ({ actions }) => actions[1]!.title += "!", "actions.1.title"],
    ["how settled an action is", ({ actions }) => actions[2]!.stability.kept = 1, "actions.2.stability.kept"],
    ["the date of an example", ({ actions }) => actions[1]!.examples[0]!.ds = "2026-06-30", "actions.1.examples.0.ds"],
    ["an action left out", ({ actions }) => void actions.pop(), "actions.2.rank"],
    ["a hidden gap", (summary) => summary.hidden_actions[0]!.score = 0, "hidden_actions.0.score"],
    ["the revenue", (summary) => summary.revenue!.window_cents = 1, "revenue.window_cents"],
    ["a key figure", (summary) => summary.kpis[0]!.value.value = -1, "kpis.0.value.value"],
    ["the headline", (summary) => summary.headline = "All is well.", "headline"],
  ];
  for (const [what, change, figure] of changes) {
    await t.step(`another value of ${what}`, async () => {
      assertBreaks(await afterChange(world, change), figure);
    });
  }

  await t.step("in words", async () => {
    const ran = await afterChange(world, ({ actions }) => actions[1]!.evidence[4]!.value = 9, EXPLAIN);
    assert.equal(ran.code, 1, ran.stderr);
    assert.match(ran.stdout, /^Rows of fact_card_transaction loaded later than the SLO +9 +1 +no$/m);
    assert.match(ran.stdout, /^does not hold: actions\.1\.evidence\.4\.value: the report has 9, found 1$/m);
    assert.match(ran.stdout, /^next: dnr run-report /m);
  });

  await t.step("one row that came later", async () => {
    const later =
      "SELECT * REPLACE (CASE WHEN txn_id = 8 THEN loaded_at + INTERVAL 3 HOUR ELSE loaded_at END AS loaded_at)";
    const ran = await afterRewrite(world, "fact_card_transaction", `${later} FROM t`);
    const broken = assertBreaks(ran, "actions.1.evidence.4.value", "fact_card_transaction.parquet");
    const { reported, found } = broken.get("actions.1.evidence.4.value")!;
    assert.deepEqual([reported, found], [1, 2]);
  });

  await t.step("one payment that is gone", async () => {
    const ran = await afterRewrite(world, "fact_card_transaction", "SELECT * FROM t WHERE txn_id <> 2");
    assertBreaks(ran, "revenue.window_cents", "fact_card_transaction.parquet");
  });

  await t.step("one row that stands behind no figure of an action", async () => {
    const renamed = "SELECT * REPLACE (CASE WHEN merchant_id = 1 THEN 'Shop' ELSE name END AS name) FROM t";
    assertBreaks(await afterRewrite(world, "dim_merchant", renamed), "dim_merchant.parquet");
  });

  await t.step("other settings now than when the report was written do not matter", async () => {
    const { code, stdout } = await world.dnr(EXPLAIN, {
      DNR_REPORT_SLOS_P95_INGEST_LAG_MIN: "10",
      DNR_REPORT_SEED: "1",
    });
    assert.equal(code, 0, stdout);
  });

  await t.step("an action that is not there", async () => {
    const { code, stderr } = await world.dnr([...EXPLAIN, "--action", "7"]);
    assert.equal(code, 2);
    assert.match(stderr, /^error: the report has no action 7: it has 1, 2, 3$/m);
  });

  await t.step("another company's warehouse", async () => {
    const made = await world.dnr(
      ["gen-warehouse", "--archetype", "marketplace", "--dry-run", "--out", "other", "--meta", "other-meta"],
    );
    assert.equal(made.code, 0, made.stderr);
    const { code, stderr } = await world.dnr(["explain", "--report", "report", "--warehouse", "other"]);
    assert.equal(code, 3);
    assert.match(stderr, /^error: the report is of neobank, but \S+other holds marketplace\nhint: .*--warehouse DIR$/m);
  });

  await t.step("predictions that are gone", async () => {
    const [run] = await Array.fromAsync(Deno.readDir(join(world.root, "runs")));
    const preds = join(world.root, "runs", run!.name, "preds/slack.parquet");
    await Deno.rename(preds, `${preds}.away`);
    const ran = await world.dnr(EXPLAIN);
    assert.notEqual(ran.code, 0);
    assert.match(ran.stderr, /slack/);
    await Deno.rename(`${preds}.away`, preds);
  });

  await t.step("a run that is gone", async () => {
    await Deno.rename(join(world.root, "runs"), join(world.root, "elsewhere"));
    const ran = await world.dnr(EXPLAIN);
    assert.equal(ran.code, 2);
    assert.match(ran.stderr, /^error: the run of report is not in runs: cannot read \S+run\.json\nhint: /m);
    assert.equal((await world.dnr(EXPLAIN, { DNR_PATHS_RUNS: "elsewhere" })).code, 0);
  });
});

Deno.test("dnr explain says that a report has no actions, and why", async () => {
  await using world = await bankWorld(said("slack", null, "fact_card_transaction", 2));
  assert.equal((await world.dnr([...REPORT, "--no-llm"])).code, 0);
  const skipped = await world.dnr(EXPLAIN);
  assert.equal(skipped.code, 2);
  assert.match(
    skipped.stderr,
    /^error: the report holds no action to explain\nhint: write it again without --no-llm$/m,
  );
  assert.equal((await world.dnr(REPORT)).code, 0);
  const idle = await world.dnr(EXPLAIN);
  assert.equal(idle.code, 2);
  assert.match(idle.stderr, /^error: the report holds no action to explain\nhint: its summary says what is lacking$/m);
});

Deno.test("dnr explain names a folder without a report, and a summary that does not fit", async () => {
  await using world = await bankWorld([]);
  const missing = await world.dnr(EXPLAIN);
  assert.equal(missing.code, 2);
  assert.match(
    missing.stderr,
    /^error: cannot read \S+report\/exec_summary\.json: there is none\nhint: .*dnr run-report$/m,
  );
  await Deno.mkdir(join(world.root, "report"));
  await Deno.writeTextFile(summaryPath(world), '{"archetype": "neobank"}');
  const malformed = await world.dnr(EXPLAIN);
  assert.equal(malformed.code, 3);
  assert.match(malformed.stderr, /exec_summary\.json does not fit its schema: schema_version: \S.*$/m);
});
