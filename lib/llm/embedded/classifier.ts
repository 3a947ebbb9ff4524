/** What a thread, an e-mail or a query asks of the data: docs/classifier.md. */
import type { Relevance, Role, Theme } from "../../contracts/demand.ts";
import { type Counts, features, type Passage } from "./features.ts";
import { scores, softmax } from "./softmax.ts";
import { decodeWeights, type HeadName, type Heads } from "./weights.ts";

export interface ThreadText {
  readonly source: "slack" | "email";
  /** Of an e-mail. */
  readonly subject?: string | undefined;
  /** In the order of time, the root first; an e-mail has one. */
  readonly messages: readonly { readonly role: Role; readonly text: string }[];
}

export interface Verdict<Label extends string> {
  /** The likeliest. */
  readonly label: Label;
  /** Calibrated, 0 to 1. */
  readonly probability: number;
  /** Of every label; they add up to 1. */
  readonly all: Readonly<Record<Label, number>>;
}

export interface Classifier {
  /** The theme supposes that the thread is positive: whether it is, the relevance tells. */
  classifyThread(thread: ThreadText): { readonly relevance: Verdict<Relevance>; readonly theme: Verdict<Theme> };
  classifyQuery(query: { readonly text: string }): { readonly theme: Verdict<Theme> };
}

/** A thread as the model reads it. */
export function threadPassages({ source, subject, messages }: ThreadText): Passage[] {
  const texts = messages.map(({ text }, i): Passage => {
    if (source === "email") return { field: "body", text };
    return { field: i === 0 ? "root" : i === messages.length - 1 ? "last" : "reply", text };
  });
  return subject === undefined ? texts : [{ field: "subject", text: subject }, ...texts];
}

export function queryPassages({ text }: { readonly text: string }): Passage[] {
  return [{ field: "query", text }];
}

function classifierOf(heads: Heads): Classifier {
  const verdict = <Label extends string>(name: HeadName, counts: Counts): Verdict<Label> => {
    const head = heads[name];
    const probabilities = softmax(scores(head, head.vocabulary.vector(counts)), head.temperature);
    const probability = Math.max(...probabilities);
    return {
      label: head.classes[probabilities.indexOf(probability)] as Label,
      probability,
      all: Object.fromEntries(head.classes.map((label, k) => [label, probabilities[k]!])) as Record<Label, number>,
    };
  };
  return {
    classifyThread(thread) {
      const counts = features(threadPassages(thread));
      return { relevance: verdict<Relevance>("relevance", counts), theme: verdict<Theme>("theme", counts) };
    },
    classifyQuery(query) {
      return { theme: verdict<Theme>("theme", features(queryPassages(query))) };
    },
  };
}

let loaded: Promise<Classifier> | undefined;

/** The shipped classifier; its weights (docs/classifier.md says how many) are read once, when first asked for. */
export function loadClassifier(): Promise<Classifier> {
  loaded ??= Deno.readFile(new URL("../../../assets/classifier.bin", import.meta.url)).then(decodeWeights).then(
    classifierOf,
  );
  return loaded;
}
