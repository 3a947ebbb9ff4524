/** What a table's rows are, in the words of its name. */

/** Prefixes that say how a table is modelled, and not what it holds. */
const MODELLING = /^(dim|fact|fct|snapshot|stg|raw)_/;

/**
 * One row of a table.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(["fact_card_transaction", "dim_merchant", "visits"].map(thing), ["card transaction", "merchant", "visit"]);
 * ```
 */
export function thing(table: string): string {
  const words = table.replace(MODELLING, "").replaceAll("_", " ");
  return /[^s]s$/.test(words) ? words.slice(0, -1) : words;
}

/**
 * The rows of a table.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(["dim_category", "visits", "fact_batch"].map(things), ["categories", "visits", "batches"]);
 * ```
 */
export function things(table: string): string {
  const one = thing(table);
  if (/[^aeiou]y$/.test(one)) return `${one.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(one) ? `${one}es` : `${one}s`;
}

/**
 * What a key column points at.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(pointedAt("parent_category_id"), "parent category");
 * ```
 */
export function pointedAt(column: string): string {
  return column.replace(/_(id|key|at)$/, "").replaceAll("_", " ");
}
