import assert from "node:assert/strict";
import { decodeWeights, encodeWeights } from "../../lib/llm/embedded/weights.ts";
import { readCorpus } from "../../tools/train/corpus.ts";
import { fitTemperature } from "../../tools/train/calibrate.ts";
import { minimise } from "../../tools/train/lbfgs.ts";
import { train } from "../../tools/train/mod.ts";
import { counted } from "../../tools/train/train.ts";

/** Every twelfth item of three authors: all classes, and two authors left to learn from when one is held out. */
const slice = () => {
  const items = readCorpus(new URL("../../tools/corpus/", import.meta.url));
  return counted(items.filter(({ author }, i) => "abc".includes(author) && i % 12 === 0));
};

Deno.test("train() gives the same bytes again", () => {
  assert.deepEqual(encodeWeights(train(slice())), encodeWeights(train(slice())));
});

Deno.test("decodeWeights() gives back what encodeWeights() was given", () => {
  const bytes = encodeWeights(train(slice()));
  assert.deepEqual(encodeWeights(decodeWeights(bytes)), bytes);
  assert.throws(() => decodeWeights(bytes.subarray(0, bytes.length - 1)), /damaged/);
});

Deno.test("the shipped weights are under 2 MB", async () => {
  const { size } = await Deno.stat(new URL("../../assets/classifier.bin", import.meta.url));
  assert.ok(size < 2e6, `${size} bytes`);
});

Deno.test("minimise() finds the minimum of a quadratic", () => {
  const wanted = [3, -1, 0.5];
  const found = minimise((point, gradient) => {
    let value = 0;
    wanted.forEach((at, i) => {
      const distance = point[i]! - at;
      gradient[i] = 2 * (i + 1) * distance;
      value += (i + 1) * distance ** 2;
    });
    return value;
  }, wanted.length);
  found.forEach((value, i) => assert.ok(Math.abs(value - wanted[i]!) < 1e-2));
});

Deno.test("fitTemperature() makes sure scores less sure where they are often wrong", () => {
  const right = Array.from({ length: 3 }, () => ({ scores: [4, 0], answer: 0 }));
  // Right in 3 of 4: ln 3 apart is the calibrated distance, so 4 has to be divided by 3.64.
  assert.equal(fitTemperature([...right, { scores: [4, 0], answer: 1 }]), 3.64);
});
