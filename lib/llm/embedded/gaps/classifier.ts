/** What the words of a query, thread or e-mail say is wrong with the data: docs/gaps.md. Knows no catalog. */
import type { Source } from "../../../contracts/demand.ts";
import { GAP_CLASSES, type GapClass } from "../../../contracts/pack.ts";
import { features, type Passage } from "../features.ts";
import { cues } from "./cues.ts";
import { type Head, scores, softmax } from "../softmax.ts";
import { decodeGapWeights } from "./weights.ts";

export interface GapText {
  readonly source: Source;
  /** Of an e-mail. */
  readonly subject?: string | undefined;
  /** In the order of time, the first one first; a query has one. */
  readonly texts: readonly string[];
}

/** Calibrated probability of each class; they add up to 1. */
export type GapOdds = Readonly<Record<GapClass, number>>;
export type GapClassifier = (text: GapText) => GapOdds;

/** Links stay; names between backquotes, with a dot or with an underscore become one word. */
const NAME = /https?:\S+|`[^`\n]{1,80}`|(?<![\w@])[a-z][a-z0-9]*(?:[._][a-z0-9]+)+(?!\w)/gi;

/**
 * The text with every identifier as the same word: what is wrong with a table does not depend on its name.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(withoutNames("is sales.orders late?"), "is thatname late?");
 * ```
 */
export function withoutNames(text: string): string {
  return text.replace(NAME, (name) => name.startsWith("http") ? name : "thatname");
}

export function gapPassages({ source, subject, texts }: GapText): Passage[] {
  const passages = texts.map((text, i): Passage => {
    const field = source === "nlq"
      ? "query"
      : source === "email"
      ? "body"
      : i === 0
      ? "root"
      : i === texts.length - 1
      ? "last"
      : "reply";
    return { field, text: withoutNames(text) };
  });
  const said = subject === undefined
    ? passages
    : [{ field: "subject", text: withoutNames(subject) } as const, ...passages];
  // A field of their own, so that no word of the text stands beside them.
  return [...said, { field: "last", text: cues(said.map(({ text }) => text).join("\n")) }];
}

function gapClassifierOf(head: Head): GapClassifier {
  return (text) => {
    const vector = head.vocabulary.vector(features(gapPassages(text)));
    const probabilities = softmax(scores(head, vector), head.temperature);
    return Object.fromEntries(GAP_CLASSES.map((name, k) => [name, probabilities[k]!])) as Record<GapClass, number>;
  };
}

let loaded: Promise<GapClassifier> | undefined;

/** The shipped classifier; its weights are read once, when first asked for. */
export function loadGapClassifier(): Promise<GapClassifier> {
  loaded ??= Deno.readFile(new URL("../../../../assets/gap_classifier.bin", import.meta.url)).then(decodeGapWeights)
    .then(gapClassifierOf);
  return loaded;
}
