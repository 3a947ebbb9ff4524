import assert from "node:assert/strict";
import type { Provider } from "../../lib/llm/client.ts";
import { sender } from "../../lib/llm/send.ts";
import { openLedger } from "../../lib/llm/spend.ts";
import { Tally } from "../../lib/llm/tally.ts";
import { tokenizerFor } from "../../lib/llm/tokens.ts";
import { startFakeOpenAI } from "../support/fake_openai/server.ts";
import { fakeModel, Label, labelRequest, NO_ESTIMATE, PATIENT } from "./support.ts";

Deno.test("sender() gives back money that was set aside as the work was interrupted, and sends nothing", async () => {
  const controller = new AbortController();
  const ledger = openLedger(null, 1e9);
  let asked = 0;
  const provider: Provider = {
    name: "openai",
    model: "m",
    complete: () => Promise.reject(new Error(`asked ${++asked} times`)),
  };
  const send = sender({
    candidates: [{
      provider,
      rate: { input: 150, cached: 75, written: 150, output: 600 },
      tokenizer: await tokenizerFor("m"),
    }],
    ledger: {
      ...ledger,
      reserve: async (nano) => {
        const reservation = await ledger.reserve(nano);
        assert.ok(ledger.committed() > 0);
        controller.abort(new Error("Ctrl-C"));
        return reservation;
      },
    },
    limits: PATIENT,
    tally: new Tally(),
    signal: controller.signal,
  });
  await assert.rejects(send(labelRequest("x")), /^Error: Ctrl-C$/);
  assert.deepEqual([ledger.committed(), asked], [0, 0]);
});

Deno.test("ask() of an answer that can neither be read nor repaired, for the endpoint went away, may be asked again", async () => {
  await using server = startFakeOpenAI({
    fault: ({ messages }) => messages.length > 2 ? "server_error" : "prose",
  });
  const model = await fakeModel({ base: server.base });
  assert.equal((await model.ask(labelRequest("x"), Label)).status, "network");
  const { repairs, actual_usd } = model.spend(NO_ESTIMATE);
  assert.equal(repairs, 1);
  assert.ok(actual_usd > 0, "the first answer was paid");
});
