import assert from "node:assert/strict";
import { loadClassifier, type ThreadText } from "../../lib/llm/embedded/classifier.ts";
import { classifyTasks } from "../../lib/llm/embedded/classify_tasks.ts";

const LATE: ThreadText = {
  source: "slack",
  messages: [
    { role: "pm", text: "the seller tile still shows saturday, is anything stuck upstream?" },
    { role: "data_eng", text: "the order feed stopped at 03:10, rerunning it now" },
  ],
};

Deno.test("classifyThread() tells what a thread asks for, with probabilities that add up to 1", async () => {
  const { relevance, theme } = (await loadClassifier()).classifyThread(LATE);
  assert.equal(relevance.label, "positive");
  assert.equal(theme.label, "freshness_ingest_lag");
  for (const { all, label, probability } of [relevance, theme]) {
    const probabilities: Readonly<Record<string, number>> = all;
    assert.equal(probabilities[label], probability);
    assert.ok(Math.abs(Object.values(probabilities).reduce((sum, p) => sum + p, 0) - 1) < 1e-9);
  }
});

Deno.test("classifyQuery() gives every query a theme", async () => {
  const { theme } = (await loadClassifier()).classifyQuery({ text: "how many payments were stored twice in june" });
  assert.equal(theme.label, "duplicates_dedup");
});

Deno.test("classifyTasks() gives a theme to positive threads alone", async () => {
  const tasks = classifyTasks(await loadClassifier());
  assert.deepEqual(tasks.classify_thread(LATE).answer, { relevance: "positive", theme: "freshness_ingest_lag" });
  const lunch = tasks.classify_thread({
    source: "email",
    subject: "Lunch on Friday",
    messages: [{ role: "other", text: "We booked the long table at the noodle place, come hungry. Cake after." }],
  });
  assert.match(JSON.stringify(lunch.answer), /^\{"relevance":"(hard_)?negative","theme":null\}$/);
  assert.deepEqual(Object.keys(lunch.probabilities ?? {}), ["relevance"]);
});

Deno.test("classifyTasks() refuses input of another shape", async () => {
  const tasks = classifyTasks(await loadClassifier());
  assert.throws(() => tasks.classify_thread({ source: "nlq", messages: [] }), /source/);
});

Deno.test("classifyThread() reads a thousand threads a second", async () => {
  const classifier = await loadClassifier();
  const start = performance.now();
  for (let i = 0; i < 500; i++) classifier.classifyThread(LATE);
  // Generous, for tests share their cores: 5,000 threads have to stay under 5 s.
  assert.ok(performance.now() - start < 500);
});

const HOSTILE: Readonly<Record<string, string>> = {
  empty: "",
  blank: " \n\t ",
  "a lone surrogate": "late \ud800 rows \udfff",
  "bidirectional marks": "\u202erows late\u202c \u2066and twice\u2069",
  "terminal colours": "\u001b[31mrows late\u001b[0m",
  "one line of a megabyte": "a".repeat(1 << 20),
  "a megabyte of words": "late rows ".repeat(1 << 17),
  "marks without letters": "\u0301".repeat(1 << 16),
  "ligatures that grow": "\ufdfa".repeat(1 << 16),
};

for (const [name, text] of Object.entries(HOSTILE)) {
  Deno.test(`classifyThread() answers ${name}, and soon`, async () => {
    const classifier = await loadClassifier();
    const start = performance.now();
    const { theme } = classifier.classifyThread({
      source: "email",
      subject: text,
      messages: [{ role: "other", text }],
    });
    assert.ok(theme.probability > 0 && theme.probability <= 1);
    assert.ok(performance.now() - start < 1000);
  });
}
