import type { Theme } from "../../lib/contracts/demand.ts";
import type { Asked } from "./fake_openai/asked.ts";
import { fencedIn } from "./fenced.ts";

const CUES: readonly (readonly [RegExp, Theme])[] = [
  [/frozen|yesterday|latest load/, "freshness_ingest_lag"],
  [/twice|doubled|repeated/, "duplicates_dedup"],
  [/disagree|definitions|active customers/, "metric_definition_mismatch"],
];

/** Answers what is asked about the threads and queries of `correspondence.ts`, for a fake endpoint. */
export function labelled(asked: Asked): unknown {
  const text = fencedIn(asked);
  if (asked.schema.name === "entities") return namedIn(asked, text);
  const theme = CUES.find(([cue]) => cue.test(text))?.[1] ?? null;
  if (asked.schema.name === "query_label") return { theme: theme ?? "join_keys_orphans" };
  return { relevance: theme === null ? "negative" : "positive", theme };
}

/** The first table of the dictionary for each item, and its first column for every other. */
function namedIn({ messages }: Asked, text: string): unknown {
  const dictionary = messages.find(({ content }) => content.startsWith("Dictionary:"))!.content;
  const [, table, column] = /^Dictionary:\n(\w+): (\w+)/.exec(dictionary)!;
  const items = JSON.parse(text) as { id: string }[];
  return {
    items: items.map(({ id }, i) => ({
      id,
      tables: [{ name: table, confidence: 0.9 }],
      columns: i % 2 === 0 ? [{ table, column, confidence: 0.8 }] : [],
    })),
  };
}
