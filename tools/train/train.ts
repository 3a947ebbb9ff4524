/** From labelled items to weights. */
import { queryPassages, threadPassages } from "../../lib/llm/embedded/classifier.ts";
import { BUCKETS, features, type Passage, type SparseVector, weighted } from "../../lib/llm/embedded/features.ts";
import type { Head } from "../../lib/llm/embedded/softmax.ts";
import { classesOf, type HeadName, roundedIdf } from "../../lib/llm/embedded/weights.ts";
import type { Item } from "./corpus.ts";
import { fit } from "./fit.ts";

/** Penalty of weights, chosen by `--measure`. */
export const RIDGE = { relevance: 0.1, theme: 0.2 } as const satisfies Record<HeadName, number>;

/** An item with the counts of its n-grams. */
export interface Counted extends Item {
  readonly counts: SparseVector;
}

function passagesOf({ source, subject, messages }: Item): Passage[] {
  return source === "nlq" ? queryPassages(messages[0]!) : threadPassages({ source, subject, messages });
}

export function counted(items: readonly Item[]): Counted[] {
  return items.map((item) => ({ ...item, counts: features(passagesOf(item)) }));
}

/** ln((1 + documents) / (1 + documents with the bucket)) + 1, rounded as the asset holds it; 0 for unseen buckets. */
export function idfOf(items: readonly Counted[]): Float32Array {
  const documents = new Uint32Array(BUCKETS);
  for (const { counts } of items) for (const bucket of counts.buckets) documents[bucket]!++;
  return Float32Array.from(documents, (n) => n === 0 ? 0 : roundedIdf(Math.log((1 + items.length) / (1 + n)) + 1));
}

/** The head's weights from the items that have an answer to it. */
export function fitHead(name: HeadName, items: readonly Counted[], idf: Float32Array): Head {
  const classes = classesOf(name);
  const examples = items.flatMap((item) => {
    const label = item[name];
    return label === null ? [] : [{ vector: weighted(item.counts, idf), answer: classes.indexOf(label), weight: 1 }];
  });
  return fit(classes, examples, RIDGE[name]);
}
