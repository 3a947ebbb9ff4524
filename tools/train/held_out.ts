/** How the model does on the text of an author that it has not read: each author is held out in turn. */
import type { Source } from "../../lib/contracts/demand.ts";
import { weighted } from "../../lib/llm/embedded/features.ts";
import { scores } from "../../lib/llm/embedded/softmax.ts";
import { classesOf, HEAD_NAMES, type HeadName, quantised } from "../../lib/llm/embedded/weights.ts";
import { type Counted, fitHead, idfOf } from "./train.ts";

export interface Outcome {
  readonly author: string;
  readonly source: Source;
  readonly scores: readonly number[];
  /** Position of the right answer in the head's classes. */
  readonly answer: number;
}

/** Scores of every labelled item by weights trained on the other authors. */
export function outOfAuthor(items: readonly Counted[]): Record<HeadName, Outcome[]> {
  const outcomes: Record<HeadName, Outcome[]> = { relevance: [], theme: [] };
  for (const author of new Set(items.map((item) => item.author))) {
    const known = items.filter((item) => item.author !== author);
    const idf = idfOf(known);
    for (const name of HEAD_NAMES) {
      const head = quantised(fitHead(name, known, idf));
      for (const item of items) {
        const label = item[name];
        if (item.author !== author || label === null) continue;
        const answer = classesOf(name).indexOf(label);
        outcomes[name].push({ author, source: item.source, scores: scores(head, weighted(item.counts, idf)), answer });
      }
    }
  }
  return outcomes;
}
