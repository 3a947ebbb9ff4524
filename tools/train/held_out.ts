/** How the model does on the text of an author that it has not read: each author is held out in turn. */
import type { Source } from "../../lib/contracts/demand.ts";
import { type Counts, features } from "../../lib/llm/embedded/features.ts";
import { scores } from "../../lib/llm/embedded/softmax.ts";
import { quantised } from "../../lib/llm/embedded/asset.ts";
import { classesOf, HEAD_NAMES, type HeadName } from "../../lib/llm/embedded/weights.ts";
import { ordered, OTHER_ORDERS } from "./orders.ts";
import { type Counted, fitHead, passagesOf } from "./train.ts";

export interface Outcome {
  readonly author: string;
  readonly source: Source;
  readonly scores: readonly number[];
  /** Position of the right answer in the head's classes. */
  readonly answer: number;
  /** Scores of the same item with an order to the model, worded as no order in training is. */
  readonly ordered: readonly number[];
}

export type Outcomes = Readonly<Record<HeadName, readonly Outcome[]>>;

/** Scores of every labelled item by weights trained on the other authors. */
export function outOfAuthor(items: readonly Counted[]): Outcomes {
  const outcomes: Record<HeadName, Outcome[]> = { relevance: [], theme: [] };
  for (const author of new Set(items.map((item) => item.author))) {
    const known = items.filter((item) => item.author !== author);
    for (const name of HEAD_NAMES) {
      const head = quantised(fitHead(name, known));
      for (const [i, item] of items.entries()) {
        const label = item[name];
        if (item.author !== author || label === null) continue;
        const answer = classesOf(name).indexOf(label);
        const scored = (counts: Counts) => scores(head, head.vocabulary.vector(counts));
        outcomes[name].push({
          author,
          source: item.source,
          answer,
          scores: scored(item.counts),
          ordered: scored(features(passagesOf(ordered(item, OTHER_ORDERS, i)))),
        });
      }
    }
  }
  return outcomes;
}
