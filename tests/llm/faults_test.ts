/** Every fault of an endpoint: what becomes of the item, what is sent, what is charged. */
import assert from "node:assert/strict";
import type { Failure } from "../../lib/llm/client.ts";
import type { FaultName } from "../support/fake_openai/faults.ts";
import { startFakeOpenAI } from "../support/fake_openai/server.ts";
import { everyText, fakeModel, Label, labelRequest, NO_ESTIMATE, PATIENT, QUICK, withDir } from "./support.ts";

interface Case {
  readonly fault: FaultName;
  /** When each call of the item fails so. */
  readonly always: "ok" | Failure;
  /** Calls for that. */
  readonly calls: number;
  /** When the first call alone does. */
  readonly once: "ok" | Failure;
  readonly onceCalls: number;
}

const retried = { always: "network", calls: 3, once: "ok", onceCalls: 2 } as const;
const repaired = { always: "parse_error", calls: 2, once: "ok", onceCalls: 2 } as const;
const accepted = { always: "ok", calls: 1, once: "ok", onceCalls: 1 } as const;
const final = (status: Failure): Omit<Case, "fault"> => ({ always: status, calls: 1, once: status, onceCalls: 1 });

const cases: readonly Case[] = [
  { fault: "rate_limit", ...retried },
  { fault: "retry_after", ...retried },
  { fault: "retry_after_ms", ...retried },
  { fault: "server_error", ...retried },
  { fault: "billed_server_error", ...retried },
  { fault: "hang", ...retried },
  { fault: "reset", ...retried },
  { fault: "endless", ...retried },
  { fault: "html", ...retried },
  { fault: "html_as_json", ...retried },
  { fault: "empty_choices", ...retried },
  { fault: "wrong_enum", ...repaired },
  { fault: "duplicate_keys", ...repaired },
  { fault: "nan", ...repaired },
  { fault: "prose", ...repaired },
  { fault: "refusal", ...final("refused") },
  { fault: "length", ...final("truncated") },
  { fault: "whole_length", ...final("truncated") },
  { fault: "content_filter", ...final("filtered") },
  { fault: "bad_request", ...final("rejected") },
  { fault: "missing_usage", ...accepted },
  { fault: "negative_usage", ...accepted },
  { fault: "nan_usage", ...accepted },
  { fault: "huge_usage", ...accepted },
  { fault: "tiny_usage", ...accepted },
  { fault: "fenced", ...accepted },
  { fault: "slow", ...accepted },
];

for (const api of ["responses", "chat"] as const) {
  for (const { fault, always, calls, once, onceCalls } of cases) {
    const limits = fault === "hang" ? QUICK : PATIENT;
    Deno.test(`openModel() over ${api} survives ${fault}`, () =>
      withDir(async (dir) => {
        await using server = startFakeOpenAI({ fault: () => fault });
        const files = { cache: `${dir}/cache`, ledger: `${dir}/spend.jsonl` };
        const model = await fakeModel({ base: server.base, api, limits, ...files });
        const answer = await model.ask(labelRequest("the table is late"), Label);
        assert.equal(answer.status, always);
        assert.equal(server.calls.length, calls);
        const spend = model.spend(NO_ESTIMATE);
        assert.equal(spend.requests, calls);
        assert.equal(spend.outcomes[always], 1);
        assert.ok(Math.round(spend.ledger_usd * 1e9) >= server.bill, "charged less than the server's bill");
        assert.ok(spend.ledger_usd <= spend.cap_usd);
        assert.equal((await everyText(dir)).includes('"text"'), always === "ok", "only valid answers are cached");

        const again = await fakeModel({ base: server.base, api, limits, ...files });
        if (always === "network") return;
        assert.equal((await again.ask(labelRequest("the table is late"), Label)).status, always);
        assert.equal(server.calls.length, calls, "a final outcome is asked for again");
      }));

    Deno.test(`openModel() over ${api} meets ${fault} once`, async () => {
      await using server = startFakeOpenAI();
      server.queue.push({ fault });
      const model = await fakeModel({ base: server.base, api, limits });
      assert.equal((await model.ask(labelRequest("the table is late"), Label)).status, once);
      assert.equal(server.calls.length, onceCalls);
      assert.ok(Math.round(model.spend(NO_ESTIMATE).ledger_usd * 1e9) >= server.bill);
    });
  }
}
