/**
 * Runs of words that the writer, the training corpus and the evaluation set have in common: none may, or the classifier
 * would be judged on words that it was taught.
 *
 *     deno task disjoint [--words 6] [--seed 43]
 */
import { parseArgs } from "node:util";
import { overlaps, RUN_WORDS } from "./runs.ts";
import { generated, handwritten, phraseBanks } from "./sources.ts";

const { values } = parseArgs({
  options: {
    words: { type: "string", default: String(RUN_WORDS) },
    seed: { type: "string", default: "43" },
  },
});
const length = Number(values.words);
const corpus = handwritten(new URL("../corpus/", import.meta.url));
const evaluation = handwritten(new URL("../evaluation/", import.meta.url));
const banks = phraseBanks();
const texts = generated(1, Number(values.seed));

let shared = 0;
for (
  const [name, left, right] of [
    ["phrase banks and training corpus", banks, corpus],
    ["phrase banks and evaluation set", banks, evaluation],
    ["generated texts and training corpus", texts, corpus],
    ["generated texts and evaluation set", texts, evaluation],
    ["training corpus and evaluation set", corpus, evaluation],
  ] as const
) {
  const found = overlaps(left, right, length);
  console.log(`${name}: ${found.length} runs of ${length} words in common`);
  for (const { run, place } of found) console.log(`  "${run}" in: ${place}`);
  shared += found.length;
}
if (shared > 0) Deno.exit(1);
