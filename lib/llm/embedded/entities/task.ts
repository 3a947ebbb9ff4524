/** The embedded model's answer to the task {@link ENTITY_TASK}. */
import type { Archetype } from "../../../contracts/archetype.ts";
import { type EntityAnswer, EntityInput } from "../../../contracts/entity_task.ts";
import type { EmbeddedTask } from "../provider.ts";
import { dictionary } from "./dictionary.ts";
import { entities } from "./match.ts";

/** Archetypes without a vocabulary have no entities. */
export function entityTask(archetypes: readonly Pick<Archetype, "id" | "tables" | "vocabulary">[]): EmbeddedTask {
  const dictionaries = new Map(
    archetypes.flatMap(({ id, tables, vocabulary }) =>
      vocabulary === undefined ? [] : [[id, dictionary(tables, vocabulary)] as const]
    ),
  );
  return (request) => {
    const { archetype, source, items } = EntityInput.parse(request);
    const known = dictionaries.get(archetype);
    if (known === undefined) throw new RangeError(`the embedded model has no vocabulary of ${archetype}`);
    const answer: EntityAnswer = {
      items: items.map(({ id, text }) => {
        const found = entities(text, source, known);
        return {
          id,
          tables: found.flatMap(({ table, column, confidence }) =>
            column === null ? [{ name: table, confidence }] : []
          ),
          columns: found.flatMap(({ table, column, confidence }) =>
            column === null ? [] : [{ table, column, confidence }]
          ),
        };
      }),
    };
    return { answer };
  };
}
