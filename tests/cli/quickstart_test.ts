import assert from "node:assert/strict";
import { join } from "node:path";
import { archetypes } from "../../lib/archetypes/mod.ts";
import { QcSummary } from "../../lib/contracts/qc.ts";
import { ExecSummary } from "../../lib/contracts/summary.ts";
import { fileEntries } from "../../lib/infra/files.ts";
import { dnr, inFolder, namesIn } from "./world.ts";

const ids = archetypes.map(({ id }) => id);

Deno.test("dnr quickstart --no-llm --fast goes from nothing to the index of reports", () =>
  inFolder(async (dir) => {
    const env = { DNR_WAREHOUSE_MONTHS: "3", DNR_WAREHOUSE_SNAPSHOT_DAYS: "3" };
    const { code, stdout, stderr } = await dnr(["quickstart", "--no-llm", "--fast", "--seed", "0"], dir, { env });
    assert.equal(code, 0, stderr);
    for (const id of ids) {
      const report = await namesIn(`${dir}/reports/${id}`);
      for (const file of ["data_health.json", "data_health.csv", "exec_summary.json", "exec_summary.md", "qc"]) {
        assert.ok(report.includes(file), `${id}/${file}`);
      }
      assert.match(await Deno.readTextFile(`${dir}/reports/${id}/exec_summary.md`), /themes skipped/i);
      const manifest = JSON.parse(await Deno.readTextFile(`${dir}/data/${id}/manifest.json`));
      assert.deepEqual([manifest.seed, manifest.parameters.scale, manifest.parameters.months], [0, "fast", 3]);
      assert.ok(stdout.includes(`wrote reports/${id}\n`));
    }
    const index = await Deno.readTextFile(`${dir}/reports/index.md`);
    for (const id of ids) assert.ok(index.includes(`(${id}/exec_summary.md)`));
    assert.match(stdout, /wrote reports\/index\.md\nnext: dnr /);
  }));

Deno.test("dnr quickstart makes the companies that the configuration names, and no others", () =>
  inFolder(async (dir) => {
    const env = { DNR_WAREHOUSE_ARCHETYPES: ids[0]!, DNR_WAREHOUSE_MONTHS: "2" };
    const { code, stderr } = await dnr(["quickstart", "--no-llm", "--fast", "--json"], dir, { env });
    assert.equal(code, 0, stderr);
    assert.deepEqual(await namesIn(`${dir}/data`), [ids[0]]);
    const unknown = { env: { DNR_WAREHOUSE_ARCHETYPES: "neobnk" } };
    const refused = await dnr(["quickstart", "--no-llm"], dir, unknown);
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /unknown archetype: found "neobnk".*\nhint: did you mean neobank\?/);
  }));

const SMALL = {
  DNR_WAREHOUSE_MONTHS: "4",
  DNR_WAREHOUSE_SNAPSHOT_DAYS: "10",
  DNR_COMMS_SLACK_THREADS: "150",
  DNR_COMMS_EMAIL_THREADS: "60",
  DNR_COMMS_NLQ: "60",
};
/** Volumes of `--fast` would win over those of the environment. */
const QUICKSTART = ["quickstart", "--config", "fast.yaml"] as const;

async function inSmallWorld(work: (dir: string) => Promise<void>): Promise<void> {
  await inFolder(async (dir) => {
    await Deno.writeTextFile(join(dir, "fast.yaml"), "warehouse: { scale: fast }\n");
    await work(dir);
  });
}

/** Path and digest of every file below some folders; `run.json` alone holds the time of the clock. */
async function digests(dir: string, folders: readonly string[]): Promise<string[]> {
  const all = await Promise.all(folders.map(async (folder) => {
    const entries = await fileEntries(join(dir, folder));
    return entries.map(({ path, sha256 }) => `${folder}/${path} ${sha256}`);
  }));
  return all.flat().filter((line) => !/^\S*\/run\.json /.test(line));
}

Deno.test("dnr quickstart without a key goes from nothing to ranked actions, checked and judged", () =>
  inSmallWorld(async (dir) => {
    const { code, stdout, stderr } = await dnr(QUICKSTART, dir, { env: SMALL });
    assert.equal(code, 0, stderr);
    const index = await Deno.readTextFile(join(dir, "reports/index.md"));
    for (const id of ids) {
      const report = join(dir, "reports", id);
      const summary = ExecSummary.parse(JSON.parse(await Deno.readTextFile(join(report, "exec_summary.json"))));
      assert.equal(summary.provider, "local");
      assert.ok(summary.actions.length > 0, summary.shortage ?? "");
      const qc = QcSummary.parse(JSON.parse(await Deno.readTextFile(join(report, "qc/qc_summary.json"))));
      assert.deepEqual(qc.checks.filter(({ status }) => status === "fail"), []);
      assert.match(stdout, new RegExp(`^${id}: Fix first: .*\\n${id}: \\d+ gate checks passed, 0 failed`, "m"));
      assert.match(
        stdout,
        new RegExp(`^${id}: \\d of 8 label gates passed; \\d of \\d actions are the oracle's$`, "m"),
      );
      const links = [
        `${id}/exec_summary.html`,
        `${id}/budget.json`,
        `eval/${summary.run_id}/summary.md`,
        `eval/findings-${summary.run_id}/findings.json`,
      ];
      for (const link of links) {
        assert.ok(index.includes(`(${link})`), link);
        assert.ok((await Deno.stat(join(dir, "reports", link))).isFile, link);
      }
      const log = (await Deno.readTextFile(join(dir, "runs", summary.run_id, "log.jsonl"))).trimEnd().split("\n");
      const told = log.map((line) => JSON.parse(line));
      assert.ok(told.every(({ properties }) => properties.run_id === summary.run_id));
      assert.equal(told[0].message, `${id}: verifying files`);
      assert.equal(told.at(-1).message, `${id}: wrote reports/${id}`);
      const explained = await dnr(["explain", "--report", `reports/${id}`], dir);
      assert.equal(explained.code, 0, explained.stdout + explained.stderr);
    }
    const first = ["data", "meta", "comms", "reports"].map((folder) => `${folder}/${ids[0]}`);
    const before = await digests(dir, [...first, "runs", "reports/eval"]);
    await inSmallWorld(async (other) => {
      const alone = { ...SMALL, DNR_WAREHOUSE_ARCHETYPES: ids[0]!, DNR_RESOURCES_THREADS: "1" };
      const again = await dnr(QUICKSTART, other, { env: alone });
      assert.equal(again.code, 0, again.stderr);
      const after = await digests(other, [...first, "runs", "reports/eval"]);
      assert.ok(after.length > 80);
      assert.deepEqual(after.filter((line) => !before.includes(line)), [], "elsewhere, on one thread, for one company");
    });
  }));
