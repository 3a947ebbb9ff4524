/** From labelled items to the weights of a head. */
import { roundedSalience } from "../../lib/llm/embedded/asset.ts";
import { queryPassages, threadPassages } from "../../lib/llm/embedded/classifier.ts";
import { type Counts, features, type Kind, kindOf, KINDS, type Passage } from "../../lib/llm/embedded/features.ts";
import type { Head } from "../../lib/llm/embedded/softmax.ts";
import { Vocabulary } from "../../lib/llm/embedded/vocabulary.ts";
import { classesOf, type HeadName } from "../../lib/llm/embedded/weights.ts";
import type { Item } from "./corpus.ts";
import { fit } from "./fit.ts";
import { ordered, TRAINING_ORDERS } from "./orders.ts";

/** What `--measure` chose. */
interface Choices {
  readonly kinds: readonly Kind[];
  /** Penalty of weights. */
  readonly ridge: number;
  /** 0: every item weighs the same; 1: every class does. */
  readonly balance: number;
}

export const CHOICES: Readonly<Record<HeadName, Choices>> = {
  // What tells a near miss from a need is words; runs across words and far pairs only fit the authors' manner.
  relevance: { kinds: ["word", "placed", "pair", "run"], ridge: 0.05, balance: 1 },
  theme: { kinds: KINDS, ridge: 0.1, balance: 0 },
};

/** Documents that a feature must occur in to be learnt. */
const LEAST_DOCUMENTS = 3;

/** Rare features tell more than their idf says. */
const IDF_POWER = 1.5;

/** What an item weighs in training when it also gives the model an order. */
const ORDERED_WEIGHT = 0.5;

/** An item with the counts of its features, alone and with an order to the model beside it. */
export interface Counted extends Item {
  readonly counts: Counts;
  readonly ordered: Counts;
}

export function passagesOf({ source, subject, messages }: Item): Passage[] {
  return source === "nlq" ? queryPassages(messages[0]!) : threadPassages({ source, subject, messages });
}

export function counted(items: readonly Item[]): Counted[] {
  return items.map((item, i) => ({
    ...item,
    counts: features(passagesOf(item)),
    ordered: features(passagesOf(ordered(item, TRAINING_ORDERS, i))),
  }));
}

/** The features of some kinds, each with the salience ln(items / items that have it) ^ {@link IDF_POWER}. */
export function vocabularyOf(items: readonly { readonly counts: Counts }[], kinds: readonly Kind[]): Vocabulary {
  const documents = new Map<number, number>();
  for (const { counts } of items) {
    for (const feature of counts.keys()) documents.set(feature, (documents.get(feature) ?? 0) + 1);
  }
  const known = Array.from(documents).filter(([feature, count]) => {
    return count >= LEAST_DOCUMENTS && kinds.includes(kindOf(feature));
  }).sort(([a], [b]) => a - b);
  const saliences = known.map(([, count]) => roundedSalience(Math.log(items.length / count) ** IDF_POWER));
  return new Vocabulary(Uint32Array.from(known, ([feature]) => feature), Float32Array.from(saliences));
}

/** The head learnt from the items that have an answer to it; the vocabulary's saliences come from all. */
export function fitHead(name: HeadName, items: readonly Counted[]): Head {
  const { kinds, ridge, balance } = CHOICES[name];
  const classes = classesOf(name);
  const vocabulary = vocabularyOf(items, kinds);
  const answered = items.flatMap((item) => {
    const label = item[name];
    return label === null ? [] : [{ item, answer: classes.indexOf(label) }];
  });
  const sizes = classes.map((_, k) => answered.filter(({ answer }) => answer === k).length);
  const examples = answered.flatMap(({ item, answer }) => {
    const weight = (answered.length / classes.length / sizes[answer]!) ** balance;
    const plain = { vector: vocabulary.vector(item.counts), answer, weight };
    // A query is a line long: with an order beside it, little would be left to learn from.
    if (item.source === "nlq") return [plain];
    return [plain, { vector: vocabulary.vector(item.ordered), answer, weight: weight * ORDERED_WEIGHT }];
  });
  return fit(classes, vocabulary, examples, ridge);
}
