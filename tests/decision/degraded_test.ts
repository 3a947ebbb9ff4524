/** What keeps a report from being as good as it could be: the page says it, and `--strict` minds. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { Budget } from "../../lib/contracts/budget.ts";
import type { Asked } from "../support/fake_openai/asked.ts";
import { fencedIn } from "../support/fenced.ts";
import { ASKED, type BankWorld, bankWorld, REPORT, said, writeComms } from "./adopted_bank.ts";

const PAYMENTS = "fact_card_transaction";
const STRICT = [...REPORT, "--strict"];

/** More items than a source may fail before it is stopped, on days of June again and again. */
function many(count: number): typeof ASKED {
  const spread = (source: "slack" | "email" | "nlq") =>
    said(source, "freshness_ingest_lag", PAYMENTS, count).map((item, i) => ({ ...item, day: 1 + i % 28 }));
  return [...spread("slack"), ...spread("email"), ...spread("nlq")];
}

async function budgetOf({ root }: BankWorld): Promise<Budget> {
  return Budget.parse(JSON.parse(await Deno.readTextFile(join(root, "report/budget.json"))));
}

/** The sentence stands in the page for people, in both its forms. */
async function assertPageSays({ root }: BankWorld, sentence: string): Promise<void> {
  for (const name of ["exec_summary.md", "exec_summary.html"]) {
    const page = await Deno.readTextFile(join(root, "report", name));
    assert.ok(page.includes(sentence), `${name} does not say: ${sentence}`);
  }
}

const isThread = ({ schema }: Asked): boolean => schema.name === "thread_labels";
const isEmail = (asked: Asked): boolean => isThread(asked) && fencedIn(asked).startsWith("subject:");

Deno.test("dnr run-report says which source was read in part, and goes on with the others", async () => {
  await using world = await bankWorld(many(14), { fault: (asked) => isEmail(asked) ? "server_error" : null });
  const { code, stderr } = await world.dnr(REPORT);
  assert.equal(code, 0, stderr);
  const [slack, email, nlq] = (await budgetOf(world)).coverage;
  assert.deepEqual([slack!.answered, email!.answered, nlq!.answered], [14, 0, 14]);
  await assertPageSays(
    world,
    "E-mails were read in part: 10 requests had no answer, and 4 items were then not asked about any more.",
  );
  assert.equal((await world.dnr(STRICT)).code, 1);
});

Deno.test("dnr run-report says that the money ended, and what was left unread", async () => {
  let away = true;
  await using world = await bankWorld(many(14), { fault: () => away ? "reset" : null });
  const plan = await world.dnr(["plan", "--warehouse", "data", "--comms", "comms", "--json"]);
  const [{ estimate_usd: { ceiling } }] = JSON.parse(plan.stdout).plan.purposes;
  // Reaches for most of the items once; what answers that never arrived may have cost is missing afterwards.
  const cap = { DNR_CLASSIFICATION_API_CAP_USD: (0.6 * ceiling).toFixed(6) };
  assert.equal((await world.dnr(REPORT, cap)).code, 0);
  away = false;
  const { code, stderr } = await world.dnr(REPORT, cap);
  assert.equal(code, 0, stderr);
  const { coverage, spend: [classification] } = await budgetOf(world);
  const left = coverage.reduce((sum, { statuses }) => sum + statuses.budget, 0);
  assert.ok(left > 0 && classification!.stopped !== null, JSON.stringify(coverage.map(({ statuses }) => statuses)));
  assert.ok(classification!.actual_usd <= classification!.cap_usd);
  await assertPageSays(world, "Reading for themes ended when its money did");
  assert.equal((await world.dnr(STRICT, cap)).code, 1);
});

Deno.test("dnr run-report says which source is below its floor", async () => {
  await using world = await bankWorld(many(28));
  const tight = { DNR_CLASSIFICATION_API_CAP_USD: "0.0008" };
  const { code, stderr } = await world.dnr(REPORT, tight);
  assert.equal(code, 0, stderr);
  const thin = (await budgetOf(world)).coverage.filter(({ floor_met }) => floor_met === false);
  assert.ok(thin.length > 0);
  await assertPageSays(world, "were read too thinly");
  assert.equal((await world.dnr(STRICT, tight)).code, 1);
});

Deno.test("dnr run-report --strict has nothing to mind where all was read", async () => {
  await using world = await bankWorld(ASKED);
  const { code, stdout } = await world.dnr(STRICT);
  assert.equal(code, 0, stdout);
});

Deno.test("dnr run-report refuses one company's communications with the other's warehouse", async () => {
  await using world = await bankWorld(ASKED);
  await writeComms(join(world.root, "other"), ASKED);
  assert.equal((await world.dnr(["adopt", "--archetype", "marketplace", "--comms", "other"])).code, 0);
  const { code, stderr } = await world.dnr([
    "run-report",
    "--warehouse",
    "data",
    "--comms",
    "other",
    "--out",
    "report",
  ]);
  assert.equal(code, 3);
  assert.match(
    stderr,
    /^error: communications do not fit the warehouse: \S+other holds comms of marketplace, wanted comms of neobank\nhint: /m,
  );
  await assert.rejects(Deno.stat(join(world.root, "report")), Deno.errors.NotFound);
});
