import assert from "node:assert/strict";
import { join } from "node:path";
import { archetypes } from "../../lib/archetypes/mod.ts";
import { ExecSummary } from "../../lib/contracts/summary.ts";
import { obedient } from "../comms/obedient_model.ts";
import type { Asked } from "../support/fake_openai/asked.ts";
import { startFakeOpenAI } from "../support/fake_openai/server.ts";
import { labelled } from "../support/labeller.ts";
import { dnr, inFolder } from "./world.ts";

const READING = ["thread_labels", "query_label", "entities"];
const [company] = archetypes;

const SMALL = {
  OPENAI_API_KEY: "sk-test-5ecr3t-5ecr3t",
  DNR_WAREHOUSE_ARCHETYPES: company!.id,
  DNR_WAREHOUSE_MONTHS: "1",
  DNR_WAREHOUSE_SNAPSHOT_DAYS: "3",
  DNR_COMMS_MONTHS: "1",
  DNR_COMMS_SLACK_THREADS: "20",
  DNR_COMMS_EMAIL_THREADS: "12",
  DNR_COMMS_NLQ: "10",
};

Deno.test("dnr quickstart with a key tells each plan and its cost before it asks the endpoint", () =>
  inFolder(async (dir) => {
    await Deno.writeTextFile(join(dir, "fast.yaml"), "warehouse: { scale: fast }\n");
    let told = "";
    /** What had been told when the first request for each schema came. */
    const toldBefore = new Map<string, string>();
    const answer = (asked: Asked): unknown => {
      const { name } = asked.schema;
      toldBefore.set(name, toldBefore.get(name) ?? told);
      return READING.includes(name) ? labelled(asked) : obedient(asked);
    };
    await using server = startFakeOpenAI({ answer, apiKey: SMALL.OPENAI_API_KEY });
    const env = { ...SMALL, DNR_LLM_API_BASE: server.base };
    const { code } = await dnr(["quickstart", "--config", "fast.yaml"], dir, { env, stderr: (text) => told += text });
    assert.equal(code, 0, told);
    const plan = (purpose: string): RegExp =>
      new RegExp(`plan for ${purpose}: openai \\S+, likely \\$\\d\\S*, at most \\$\\d`);
    for (const [schema, before] of toldBefore) {
      assert.match(before, plan("writing"), schema);
      if (READING.includes(schema)) {
        for (const purpose of ["classification", "entities"]) assert.match(before, plan(purpose), schema);
      }
    }
    assert.ok(toldBefore.size > READING.length, [...toldBefore.keys()].join());
    const summary = await Deno.readTextFile(join(dir, "reports", company!.id, "exec_summary.json"));
    assert.equal(ExecSummary.parse(JSON.parse(summary)).provider, "openai");
  }));
