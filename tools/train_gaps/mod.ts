/**
 * Trains the embedded gap classifier and writes its asset.
 *
 *     deno task train-gaps           write assets/gap_classifier.bin; print how held-out items fare
 *     deno task train-gaps --check   write nothing, fail unless the asset is what training gives
 */
import { parseArgs } from "node:util";
import { GAP_CLASSES } from "../../lib/contracts/pack.ts";
import { classScores, confusion, meanF1 } from "../../lib/core/f1.ts";
import { quantised } from "../../lib/llm/embedded/asset.ts";
import { type Counts, features } from "../../lib/llm/embedded/features.ts";
import { gapPassages } from "../../lib/llm/embedded/gaps/classifier.ts";
import { encodeGapWeights } from "../../lib/llm/embedded/gaps/weights.ts";
import { type Head, scores } from "../../lib/llm/embedded/softmax.ts";
import { fitTemperature, type Scored } from "../train/calibrate.ts";
import { fit } from "../train/fit.ts";
import { vocabularyOf } from "../train/train.ts";
import { FOLDS, type GapItem, readGapCorpus } from "./corpus.ts";
import { filled } from "./fillers.ts";

const ASSET = new URL("../../assets/gap_classifier.bin", import.meta.url);

/** Far pairs of words and runs of characters fit the manner and the subjects of so few authors, not what they mean. */
const KINDS = ["word", "placed", "pair"] as const;
const RIDGE = 0.6;

interface Counted extends GapItem {
  readonly counts: Counts;
}

/** All classes weigh the same, however many items each has. */
function fitGaps(items: readonly Counted[]): Head {
  const vocabulary = vocabularyOf(items, KINDS);
  const total = items.reduce((sum, { weight }) => sum + weight, 0);
  const sizes = new Map(
    GAP_CLASSES.map((gap) => [gap, items.reduce((sum, item) => sum + (item.gap === gap ? item.weight : 0), 0)]),
  );
  const examples = items.map(({ counts, gap, weight }) => ({
    vector: vocabulary.vector(counts),
    answer: GAP_CLASSES.indexOf(gap),
    weight: weight * total / GAP_CLASSES.length / sizes.get(gap)!,
  }));
  return quantised(fit(GAP_CLASSES, vocabulary, examples, RIDGE));
}

const counted = (item: GapItem): Counted => ({ ...item, counts: features(gapPassages(item)) });

/** Scores of the items that were written for this, each by weights that have not seen its fold. */
function heldOut(own: readonly Counted[], others: readonly Counted[]): Scored[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const head = fitGaps([...own, ...others].filter((item) => item.fold !== fold));
    return own.filter((item) => item.fold === fold).map(({ counts, gap }) => ({
      scores: scores(head, head.vocabulary.vector(counts)),
      answer: GAP_CLASSES.indexOf(gap),
    }));
  }).flat();
}

function measures(outcomes: readonly Scored[]): string {
  const pairs = outcomes.map(({ scores, answer }) => ({
    expected: GAP_CLASSES[answer]!,
    predicted: GAP_CLASSES[scores.indexOf(Math.max(...scores))]!,
  }));
  const matrix = confusion(pairs, GAP_CLASSES);
  return [
    `held out: ${pairs.length} items, macro-F1 ${meanF1(matrix)!.toFixed(3)}`,
    ...classScores(matrix, GAP_CLASSES).map(({ label, support, precision, recall }) =>
      `  ${label.padEnd(20)} ${String(support).padStart(4)}  precision ${precision?.toFixed(3)}  recall ${
        recall?.toFixed(3)
      }`
    ),
  ].join("\n");
}

if (import.meta.main) {
  const { values: flags } = parseArgs({ options: { check: { type: "boolean" } } });
  const corpus = readGapCorpus();
  const own = corpus.own.map(counted);
  const others = [...corpus.own.map(filled), ...corpus.themes].map(counted);
  const outcomes = heldOut(own, others);
  console.log(measures(outcomes));
  const bytes = encodeGapWeights({ ...fitGaps([...own, ...others]), temperature: fitTemperature(outcomes) });
  if (!flags.check) Deno.writeFileSync(ASSET, bytes);
  else if (!Deno.readFileSync(ASSET).every((byte, i, all) => all.length === bytes.length && byte === bytes[i])) {
    console.error("assets/gap_classifier.bin is not what training gives: run deno task train-gaps");
    Deno.exit(1);
  }
  console.log(`assets/gap_classifier.bin  ${bytes.length} bytes`);
}
