/** The training corpus, `tools/corpus/{author}/{slack,email,nlq}.jsonl`. */
import { z } from "zod";
import { Relevance, Role, type Source, SOURCES, Theme } from "../../lib/contracts/demand.ts";

const slack = z.object({
  messages: z.array(z.object({ role: Role, text: z.string() })).min(1),
  relevance: Relevance,
  theme: Theme.nullable(),
}).transform(({ messages, ...labels }) => ({ ...labels, subject: undefined, messages }));

const email = z.object({
  role: Role,
  subject: z.string(),
  body_text: z.string(),
  relevance: Relevance,
  theme: Theme.nullable(),
}).transform(({ role, body_text, ...rest }) => ({ ...rest, messages: [{ role, text: body_text }] }));

const nlq = z.object({ query_text: z.string(), theme: Theme }).transform(({ query_text, theme }) => ({
  messages: [{ role: "other" as const, text: query_text }],
  subject: undefined,
  relevance: null,
  theme,
}));

const shapes = { slack, email, nlq } as const satisfies Record<Source, z.ZodType>;

/** A labelled item. Only threads have a relevance; only positive items and queries a theme. */
export interface Item {
  readonly author: string;
  readonly source: Source;
  readonly subject: string | undefined;
  readonly messages: readonly { readonly role: Role; readonly text: string }[];
  readonly relevance: Relevance | null;
  readonly theme: Theme | null;
}

/** All items, by author, source and line, so that training sees the same order everywhere. */
export function readCorpus(root: URL): Item[] {
  const authors = Array.from(Deno.readDirSync(root)).filter((entry) => entry.isDirectory).map(({ name }) => name)
    .sort();
  return authors.flatMap((author) => SOURCES.flatMap((source) => readFile(root, author, source)));
}

function readFile(root: URL, author: string, source: Source): Item[] {
  const file = new URL(`${author}/${source}.jsonl`, root);
  let text: string;
  try {
    text = Deno.readTextFileSync(file);
  } catch (fault) {
    // Not every author wrote for every source.
    if (fault instanceof Deno.errors.NotFound) return [];
    throw fault;
  }
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.map((line) => ({ author, source, ...shapes[source].parse(JSON.parse(line)) }));
}
