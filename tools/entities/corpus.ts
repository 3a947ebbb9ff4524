/** The hand-written items that entities are measured on (`tools/corpus/`). */
import { z } from "zod";
import { type Source, SOURCES } from "../../lib/contracts/demand.ts";

export const FOLDER = new URL("../corpus", import.meta.url).pathname;

const Line = z.object({
  id: z.string(),
  archetype: z.string(),
  messages: z.array(z.object({ text: z.string() })).optional(),
  subject: z.string().optional(),
  body_text: z.string().optional(),
  query_text: z.string().optional(),
  /** Absent for queries, which all ask for data. */
  relevance: z.string().default("positive"),
  tables: z.array(z.string()),
  columns: z.array(z.string()),
});

export interface Item {
  readonly author: string;
  readonly source: Source;
  readonly id: string;
  readonly archetype: string;
  readonly text: string;
  readonly tables: readonly string[];
  /** `table.column`. */
  readonly columns: readonly string[];
}

function textOf(line: z.infer<typeof Line>): string {
  const parts = [line.subject, line.body_text, line.query_text, ...(line.messages ?? []).map(({ text }) => text)];
  return parts.filter((part) => part !== undefined).join("\n");
}

/** The items that entities are asked of: positive threads and e-mails, all queries. */
export function corpus(folder: string, authors: readonly string[]): Item[] {
  const items: Item[] = [];
  for (const author of authors) {
    const files = new Set([...Deno.readDirSync(`${folder}/${author}`)].map(({ name }) => name));
    for (const source of SOURCES) {
      if (!files.has(`${source}.jsonl`)) continue;
      const lines = Deno.readTextFileSync(`${folder}/${author}/${source}.jsonl`).split("\n").filter((line) => line);
      for (const json of lines) {
        const line = Line.parse(JSON.parse(json));
        if (line.relevance !== "positive") continue;
        const { id, archetype, tables, columns } = line;
        items.push({ author, source, id, archetype, text: textOf(line), tables, columns });
      }
    }
  }
  return items;
}
