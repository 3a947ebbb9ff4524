/** Which tables and columns do these texts speak of? What is asked of a model, several items at a time, and its answer. */
import { z } from "zod";
import type { Table } from "./archetype.ts";
import { Source } from "./demand.ts";

/** {@link "../llm/client.ts".Request.task} */
export const ENTITY_TASK = "entities";

export const EntityInput = z.strictObject({
  /** `id` of the archetype whose tables and vocabulary are the dictionary. */
  archetype: z.string(),
  /** Of all items: a business noun names a table in a query, but not in a thread or an e-mail. */
  source: Source,
  items: z.array(z.strictObject({ id: z.string(), text: z.string() })).min(1),
});
export type EntityInput = z.infer<typeof EntityInput>;

const confidence = z.number().min(0).max(1);

/** One item a question, by its id; lists may be empty. Every column's table is listed too. */
export const EntityAnswer = z.strictObject({
  items: z.array(z.strictObject({
    id: z.string(),
    tables: z.array(z.strictObject({ name: z.string(), confidence })),
    columns: z.array(z.strictObject({ table: z.string(), column: z.string(), confidence })),
  })),
});
export type EntityAnswer = z.infer<typeof EntityAnswer>;

/**
 * The answer with closed lists of names, as a JSON Schema can hold them. A column may still be paired with a table that
 * has no such column: whoever reads the answer drops those pairs.
 *
 * @param tables At least one, with at least one column.
 */
export function entityAnswerAmong(tables: readonly Table[]): z.ZodType<EntityAnswer> {
  const table = z.enum(tables.map(({ name }) => name));
  const column = z.enum([...new Set(tables.flatMap(({ columns }) => columns.map(({ name }) => name)))]);
  return z.strictObject({
    items: z.array(z.strictObject({
      id: z.string(),
      tables: z.array(z.strictObject({ name: table, confidence })),
      columns: z.array(z.strictObject({ table, column, confidence })),
    })),
  });
}
