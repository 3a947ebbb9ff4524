import assert from "node:assert/strict";
import fc from "fast-check";
import { ROLES } from "../../lib/contracts/demand.ts";
import { CUT_MARK, cutText, pack, THREAD_LIMITS } from "../../lib/triage/pack.ts";
import { message } from "./made_up.ts";

const words = (text: string): number => text.split(/\s+/).filter((word) => word !== "").length;
const said = (n: number, role: "exec" | "bi" = "bi") => message(Array(n).fill("word").join(" "), { role });
const flat = (n: number): number[] => Array(n).fill(0.5);

Deno.test("pack() takes a short thread whole, in its order", () => {
  const thread = [message("a"), message("b c"), message("d")];
  const { messages, leftOut, cut } = pack(thread, [0, 1, 0.5], words, THREAD_LIMITS);
  assert.deepEqual([messages.map(({ text }) => text), leftOut, cut], [["a", "b c", "d"], 0, 0]);
});

Deno.test("pack() keeps the root and all executives, then the best scores, the newest first among equals", () => {
  const thread = [said(10), said(40, "exec"), said(40), said(40), said(40), said(10, "exec")];
  const limits = { maxTokens: 110, maxMessages: 20 };
  const roles = pack(thread, [0, 0, 0.2, 0.9, 0.2, 0], words, limits).messages.map((
    { role, text },
  ) => [role, words(text)]);
  assert.deepEqual(roles, [["bi", 10], ["exec", 40], ["bi", 40], ["exec", 10]]);
  const newest = pack([said(1), message("old"), message("new")], flat(3), words, { maxTokens: 9, maxMessages: 2 });
  assert.deepEqual(newest.messages.map(({ text }) => text), ["word", "new"]);
  assert.equal(newest.leftOut, 1);
});

Deno.test("pack() takes the newest of more executives than messages fit", () => {
  const thread = [message("root"), ...Array.from({ length: 30 }, (_, i) => message(`e${i}`, { role: "exec" }))];
  const { messages } = pack(thread, flat(31), words, THREAD_LIMITS);
  assert.deepEqual([messages.length, messages[0]!.text, messages[1]!.text], [20, "root", "e11"]);
});

Deno.test("pack() cuts long messages with a mark, those that must be there evenly", () => {
  const thread = [said(2000), said(100, "exec"), said(3000, "exec")];
  const { messages, cut } = pack(thread, flat(3), words, THREAD_LIMITS);
  assert.equal(cut, 2);
  assert.deepEqual(messages.map(({ text }) => words(text)), [400, 100, 400]);
  assert.ok(messages[0]!.text.endsWith(CUT_MARK));
});

Deno.test("pack() never passes its limits, and always holds the root", () => {
  const thread = fc.array(
    fc.record({ text: fc.string({ unit: "binary", maxLength: 300 }), role: fc.constantFrom(...ROLES) }),
    { minLength: 1, maxLength: 40 },
  );
  // A token a character: the mark is CUT_MARK.length of them.
  fc.assert(fc.property(thread, fc.integer({ min: 200, max: 900 }), (rows, maxTokens) => {
    const messages = rows.map(({ text, role }) => message(text, { role }));
    const packed = pack(messages, flat(rows.length), (text) => [...text].length, { maxTokens, maxMessages: 20 });
    assert.ok(packed.messages.length <= 20 && packed.messages.length >= 1);
    const total = packed.messages.reduce((sum, { text }) => sum + [...text].length, 0);
    assert.ok(total <= maxTokens, `${total} of ${maxTokens}`);
    assert.ok(packed.messages[0]!.text.startsWith([...rows[0]!.text].slice(0, 5).join("").trimEnd().slice(0, 3)));
    assert.equal(packed.leftOut, rows.length - packed.messages.length);
  }));
});

Deno.test("pack() of a line of a million characters is quick and small", () => {
  const { messages } = pack([message("x".repeat(1 << 20))], [0], (text) => Math.ceil(text.length / 4), THREAD_LIMITS);
  assert.ok(messages[0]!.text.length <= 4 * 900);
});

Deno.test("cutText() leaves what fits as it is", () => {
  assert.equal(cutText("one two three", 3, words), "one two three");
  assert.equal(cutText("one two three four", 3, words), `one two${CUT_MARK}`);
});
