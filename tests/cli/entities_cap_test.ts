import assert from "node:assert/strict";
import { join } from "node:path";
import { Budget } from "../../lib/contracts/budget.ts";
import { correspondence, writeCorrespondence } from "../support/correspondence.ts";
import { startFakeOpenAI } from "../support/fake_openai/server.ts";
import { labelled } from "../support/labeller.ts";
import { dnr, inFolder } from "./world.ts";

Deno.test("dnr run-report looks for tables and columns in the newest items where the cap reaches no further, and says so", () =>
  inFolder(async (dir) => {
    const made = await dnr(
      ["gen-warehouse", "--archetype", "neobank", "--dry-run", "--out", "data", "--meta", "meta"],
      dir,
    );
    assert.equal(made.code, 0, made.stderr);
    const end = Date.UTC(2026, 6, 1, 6) * 1000;
    await writeCorrespondence(join(dir, "comms"), "neobank", correspondence({ slack: 20, email: 5, nlq: 50 }, end));
    await using server = startFakeOpenAI({ answer: labelled });
    const env = {
      OPENAI_API_KEY: "sk-test-5ecr3t-5ecr3t",
      DNR_LLM_API_BASE: server.base,
      DNR_ENTITIES_API_CAP_USD: "0.006",
    };
    const report = ["run-report", "--warehouse", "data", "--comms", "comms", "--out", "report"];
    const { code, stderr } = await dnr(report, dir, { env });
    assert.equal(code, 0, stderr);
    const { notes, spend } = Budget.parse(JSON.parse(await Deno.readTextFile(join(dir, "report/budget.json"))));
    const note = notes.find((note) => /tables and columns were asked for in the newest/.test(note));
    const [, sent, wanted] = /newest (\d+) of (\d+) items: the cap reaches no further/.exec(note ?? "")!;
    assert.ok(0 < Number(sent) && Number(sent) < Number(wanted), note);
    assert.ok(spend.find(({ purpose }) => purpose === "entities")!.actual_usd <= 0.006);
  }));
