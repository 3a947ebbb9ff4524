/** The matcher held against hand-written labels. */
import { archetypeById } from "../../lib/archetypes/mod.ts";
import { type Dictionary, dictionary } from "../../lib/llm/embedded/entities/dictionary.ts";
import { entities, type Entity } from "../../lib/llm/embedded/entities/match.ts";
import type { Item } from "./corpus.ts";

/** Authors whose items vocabularies were written by. */
export const SEEN: readonly string[] = ["a", "b", "c"];
/** Authors whose items nobody looked at while writing them. */
export const UNSEEN: readonly string[] = ["d", "e", "f", "g"];

export interface Judged extends Item {
  readonly found: readonly Entity[];
}

export interface Tally {
  right: number;
  found: number;
  wanted: number;
}

export function nameOf({ table, column }: Entity): string {
  return column === null ? table : `${table}.${column}`;
}

export function isRight(item: Judged, entity: Entity): boolean {
  return (entity.column === null ? item.tables : item.columns).includes(nameOf(entity));
}

export function judge(items: readonly Item[]): Judged[] {
  const dictionaries = new Map<string, Dictionary>();
  return items.map((item) => {
    const { tables, vocabulary } = archetypeById(item.archetype);
    const known = dictionaries.get(item.archetype) ?? dictionary(tables, vocabulary!);
    dictionaries.set(item.archetype, known);
    return { ...item, found: entities(item.text, item.source, known) };
  });
}

/** Counts over all items (micro). */
export function tally(items: readonly Judged[], what: "tables" | "columns"): Tally {
  const counts = { right: 0, found: 0, wanted: 0 };
  for (const item of items) {
    const found = item.found.filter(({ column }) => (column === null) === (what === "tables"));
    counts.right += found.filter((entity) => isRight(item, entity)).length;
    counts.found += found.length;
    counts.wanted += item[what].length;
  }
  return counts;
}

/** Harmonic mean of precision and recall. */
export function f1({ right, found, wanted }: Tally): number {
  return (2 * right) / (found + wanted);
}

/** How many entities were found, and how many of them are right, by a property of them. */
export function countBy(
  items: readonly Judged[],
  property: (entity: Entity, item: Judged) => string,
): Map<string, { right: number; all: number }> {
  const counts = new Map<string, { right: number; all: number }>();
  for (const item of items) {
    for (const entity of item.found) {
      const key = property(entity, item);
      const count = counts.get(key) ?? { right: 0, all: 0 };
      count.all++;
      count.right += Number(isRight(item, entity));
      counts.set(key, count);
    }
  }
  return counts;
}
