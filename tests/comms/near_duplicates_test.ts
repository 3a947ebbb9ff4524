import assert from "node:assert/strict";
import fc from "fast-check";
import { nearDuplicates, wordsOf } from "../../lib/comms/near_duplicates.ts";
import { generator } from "../../lib/core/seeds.ts";

/** By the definition, every text against every earlier one. */
function bruteForce(texts: readonly string[]): number[] {
  const sets = texts.map((text) => {
    const words = wordsOf(text);
    if (words.length < 3) return new Set([words.join(" ")]);
    return new Set(words.slice(2).map((_, i) => words.slice(i, i + 3).join(" ")));
  });
  return sets.flatMap((set, i) =>
    sets.slice(0, i).some((other) => {
        const shared = set.intersection(other).size;
        return shared / (set.size + other.size - shared) >= 0.8;
      })
      ? [i]
      : []
  );
}

Deno.test("nearDuplicates() finds what comparing every pair finds", () => {
  // Few words and texts that differ in one of them: similarities on both sides of the limit.
  const base = fc.array(fc.constantFrom(..."abcdefgh"), { minLength: 0, maxLength: 24 });
  const edit = fc.tuple(fc.nat(23), fc.constantFrom(..."abxyz"));
  fc.assert(
    fc.property(
      fc.array(base, { maxLength: 6 }),
      fc.array(fc.tuple(fc.nat(5), edit), { maxLength: 12 }),
      (bases, edits) => {
        const edited = edits.flatMap(([of, [at, word]]) => {
          const text = bases[of] ?? [];
          return text.length === 0 ? [] : [text.with(Math.min(at, text.length - 1), word)];
        });
        const texts = [...bases, ...edited].map((words) => words.join(" "));
        assert.deepEqual(nearDuplicates(texts), bruteForce(texts));
      },
    ),
    { numRuns: 400 },
  );
});

Deno.test("nearDuplicates() looks past case and punctuation, and knows the empty text", () => {
  assert.deepEqual(nearDuplicates(["", "Where is my data?", "where is MY data", ""]), [2, 3]);
});

Deno.test("nearDuplicates() stays quick where every text is nearly the same", () => {
  const draw = generator(1, "near-duplicates");
  const words = Array.from({ length: 60 }, (_, i) => `w${i}`);
  const texts = Array.from(
    { length: 20_000 },
    () => words.with(Math.floor(draw() * 60), `x${Math.floor(draw() * 1e9)}`).join(" "),
  );
  assert.equal(nearDuplicates(texts).length, 19_999);
});
