/** How many tokens a request is, before it is sent. */
import type { Request } from "./client.ts";

/** Input tokens of a request. */
export interface TokenCount {
  /** Of the messages' text alone: an honest endpoint of this tokenizer has counted more. */
  readonly floor: number;
  /** As the API counts by its makers' description. */
  readonly likely: number;
  /** No count of the API passes this. */
  readonly ceiling: number;
}

export interface Tokenizer {
  request(request: Request): TokenCount;
  /** Least tokens that a text of the model can have been. */
  text(text: string): number;
}

/** Models that read o200k_base: gpt-4o and all after it. */
const O200K = /^(gpt-(4o|4\.1|4\.5|[5-9])|o\d|chatgpt-4o|text-embedding-3)/;

/**
 * Each message is wrapped in its start, role and end (3 and 1 tokens), and 3 more open the reply: "How to count tokens
 * with tiktoken", cookbook of the API's makers.
 */
const PER_MESSAGE = 4;
const PER_REPLY = 3;
/** Room for the heading that a schema may stand under. */
const PER_SCHEMA = 32;

/**
 * Counter for a model's family.
 *
 * How the API renders a schema is not published. It is text of that JSON, so the likely count takes its compact form,
 * and the ceiling its indented form, the longest in use, with a heading. A model of an unknown family is
 * counted in UTF-8 bytes: no byte-level tokenizer makes more tokens than that.
 */
export async function tokenizerFor(model: string): Promise<Tokenizer> {
  if (!O200K.test(model)) return byteTokenizer;
  const { countTokens } = await import("gpt-tokenizer/encoding/o200k_base");
  // Text that looks like a control token is text.
  const disallowedSpecial = new Set<string>();
  const count = (text: string): number => countTokens(text, { disallowedSpecial });
  return tokenizer(count, count, count);
}

const utf8 = new TextEncoder();
const bytes = (text: string): number => utf8.encode(text).length;
/** Without its tokenizer, nothing can be said to be too few. */
const byteTokenizer = tokenizer(() => 0, (text) => Math.ceil(bytes(text) / 4), bytes);

type Count = (text: string) => number;

function tokenizer(floor: Count, likely: Count, ceiling: Count): Tokenizer {
  const schemas = new WeakMap<object, Omit<TokenCount, "floor">>();
  const schema = ({ name, definition }: Request["schema"]): Omit<TokenCount, "floor"> => {
    const known = schemas.get(definition);
    if (known !== undefined) return known;
    const counted = {
      likely: likely(name) + likely(JSON.stringify(definition)),
      ceiling: ceiling(name) + ceiling(JSON.stringify(definition, null, 2)) + PER_SCHEMA,
    };
    schemas.set(definition, counted);
    return counted;
  };
  const request = ({ messages, schema: wanted }: Request): TokenCount => {
    const total = (count: Count): number => messages.reduce((sum, { content }) => sum + count(content), 0);
    const frame = messages.length * PER_MESSAGE + PER_REPLY;
    const { likely: likelySchema, ceiling: ceilingSchema } = schema(wanted);
    return {
      floor: total(floor),
      likely: total(likely) + frame + likelySchema,
      ceiling: total(ceiling) + frame + ceilingSchema,
    };
  };
  return { request, text: floor };
}
