/** What the server charges, by its own count and its own price list: nothing here is shared with the client. */
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import type { Asked } from "./asked.ts";

/** Nanodollars for a token. */
export const PRICE_LIST: Readonly<Record<string, { readonly input: number; readonly output: number }>> = {
  "gpt-4o-mini": { input: 150, output: 600 },
  "gpt-5-mini": { input: 250, output: 2000 },
  "gpt-6-luna": { input: 100, output: 500 },
  "text-embedding-3-small": { input: 20, output: 0 },
};

const disallowedSpecial = new Set<string>();
export const tokensOf = (text: string): number => countTokens(text, { disallowedSpecial });

/** Text, 3 tokens around each message and 1 for its role, 3 to open the answer, and the schema as compact JSON. */
export function inputTokens({ messages, schema }: Asked): number {
  const said = messages.reduce((sum, { content }) => sum + tokensOf(content) + 4, 3);
  return said + tokensOf(schema.name) + tokensOf(JSON.stringify(schema.definition));
}

/** Never more than the cap that was asked for. */
export function outputTokens({ maxOutputTokens }: Asked, text: string): number {
  return Math.min(maxOutputTokens, tokensOf(text));
}
