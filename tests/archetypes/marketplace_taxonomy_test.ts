import assert from "node:assert/strict";
import { categoryTable, countryTable, TOP_CATEGORIES } from "../../lib/archetypes/marketplace/taxonomy.ts";
import type { ReferenceTable } from "../../lib/contracts/archetype.ts";

function column(table: ReferenceTable, name: string): unknown[] {
  const at = table.columns.findIndex((c) => c.name === name);
  return table.rows.map((row) => row[at]);
}

function total(values: readonly unknown[]): number {
  return values.reduce((sum: number, value) => sum + Number(value), 0);
}

Deno.test("categoryTable() has ten top-level categories of eight leaves each", () => {
  const parents = column(categoryTable(), "parent_id");
  assert.equal(parents.filter((parent) => parent === null).length, 10);
  for (let top = 1; top <= 10; top++) assert.equal(parents.filter((parent) => parent === top).length, 8);
  assert.deepEqual(column(categoryTable(), "category_id"), Array.from({ length: 90 }, (_, i) => i + 1));
});

Deno.test("categoryTable() gives every slot of a wheel to a leaf, and each parent its share", () => {
  const table = categoryTable();
  for (const [name, of] of [["listing_slots", "listingPct"], ["order_slots", "orderPct"]] as const) {
    const slots = column(table, name);
    const parents = column(table, "parent_id");
    assert.equal(total(slots), 10_000);
    for (const [i, top] of TOP_CATEGORIES.entries()) {
      assert.equal(total(slots.filter((_, row) => parents[row] === i + 1)), 100 * top[of], `${top.name} ${name}`);
    }
  }
});

Deno.test("categoryTable() knows three leaves as digital", () => {
  assert.equal(total(column(categoryTable(), "digital")), 3);
});

Deno.test("countryTable() gives every slot of a wheel to a country", () => {
  assert.equal(total(column(countryTable(), "buyer_slots")), 1_000);
  assert.equal(total(column(countryTable(), "seller_slots")), 1_000);
});
