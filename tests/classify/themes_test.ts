import assert from "node:assert/strict";
import { askThemes } from "../../lib/classify/themes.ts";
import type { Answer, Failure, Model } from "../../lib/llm/client.ts";
import { fakeModel } from "../llm/support.ts";
import { startFakeOpenAI } from "../support/fake_openai/server.ts";
import { fencedIn } from "../support/fenced.ts";
import { mailed, queried, said } from "./questions.ts";

/** A model that fails where a text says so, and answers after a delay of its own. */
function scripted(statusOf: (text: string) => Failure | "ok", width: number): Model & { asked: number } {
  let free = width;
  const waiting: (() => void)[] = [];
  const model = {
    provider: "openai",
    model: "scripted",
    free: false,
    asked: 0,
    async ask(request: { messages: readonly { content: string }[] }): Promise<Answer<unknown>> {
      model.asked++;
      while (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
      free--;
      const text = request.messages.at(-1)!.content;
      // Later items often come back before earlier ones.
      await new Promise((resolve) => setTimeout(resolve, text.length % 3));
      free++;
      waiting.shift()?.();
      const status = statusOf(text);
      if (status !== "ok") return { status, detail: "", model: "scripted" };
      return {
        status,
        value: { relevance: "negative", theme: null },
        probabilities: {},
        model: "scripted",
        cached: false,
      };
    },
  };
  return model as unknown as Model & { asked: number };
}

const many = (n: number, text: (i: number) => string) => Array.from({ length: n }, (_, i) => said(text(i)));

Deno.test("askThemes() stops a source after 50 parse errors in a row of items, at the same item at any concurrency", async () => {
  const questions = many(120, (i) => i === 20 ? "fine" : `broken ${"x".repeat(i % 7)}${i}`);
  const outcomes: string[] = [];
  for (const width of [1, 3, 40]) {
    const model = scripted((text) => text.includes("broken") ? "parse_error" : "ok", width);
    const { answers, stopped } = await askThemes(model, [...questions, queried("fine")], 2 * width);
    outcomes.push(answers.map(({ status }) => status).join());
    assert.match(stopped.get("slack")!, /50 answers in a row/);
    assert.equal(stopped.size, 1);
    assert.ok(model.asked <= 71 + 2 * width + 1, `${model.asked}`);
    assert.equal(answers.at(-1)!.status, "ok", "other sources go on");
  }
  assert.equal(new Set(outcomes).size, 1);
  assert.equal(outcomes[0]!.split(",").filter((status) => status === "stopped").length, 120 - 71);
});

Deno.test("askThemes() goes on through 49 parse errors, and through failures of mixed kinds", async () => {
  const model = scripted((text) => /case (\d+)/.exec(text) === null ? "ok" : "parse_error", 5);
  const { stopped } = await askThemes(model, many(99, (i) => i === 49 ? "fine" : `case ${i}`), 10);
  assert.equal(stopped.size, 0);
  const kinds = ["network", "refused", "truncated"] as const;
  const mixed = scripted((text) => kinds[Number(/case (\d+)/.exec(text)![1]!) % 3]!, 5);
  assert.equal((await askThemes(mixed, many(40, (i) => `case ${i}`), 10)).stopped.size, 0);
});

Deno.test("askThemes() gives a source up after ten requests in a row without an answer", async () => {
  const model = scripted(() => "network", 5);
  const { answers, stopped } = await askThemes(model, many(1000, (i) => `${i}`), 80);
  assert.match(stopped.get("slack")!, /10 requests in a row/);
  assert.equal(answers.filter(({ status }) => status === "network").length, 10);
  assert.ok(model.asked < 30, `${model.asked}`);
});

Deno.test("askThemes() tells labels with their probabilities, and no theme of what is not positive", async () => {
  await using server = startFakeOpenAI({
    answer: (asked) => {
      if (asked.schema.name === "query_label") return { theme: "duplicates_dedup" };
      return fencedIn(asked).includes("need")
        ? { relevance: "positive", theme: "join_keys_orphans" }
        : { relevance: "hard_negative", theme: "join_keys_orphans" };
    },
  });
  const model = await fakeModel({ base: server.base });
  const { answers } = await askThemes(model, [said("a need"), mailed("x", "chat"), queried("q")], 5);
  assert.deepEqual(answers.map(({ relevance, theme }) => [relevance, theme]), [
    ["positive", "join_keys_orphans"],
    ["hard_negative", null],
    [null, "duplicates_dedup"],
  ]);
  assert.ok(answers[0]!.relevanceProb! > 0 && answers[0]!.relevanceProb! <= 1);
  assert.deepEqual(answers.map(({ themeProb }) => themeProb !== null), [true, false, true]);
});

Deno.test("askThemes() has an answer that contradicts itself repaired, then counts it as a parse error", async () => {
  await using server = startFakeOpenAI({ answer: () => ({ relevance: "positive", theme: null }) });
  const model = await fakeModel({ base: server.base });
  const { answers } = await askThemes(model, [said("x")], 5);
  assert.equal(answers[0]!.status, "parse_error");
  assert.equal(server.calls.length, 2);
});
