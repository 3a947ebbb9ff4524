import assert from "node:assert/strict";
import type { ForeignKey, Table } from "../../lib/contracts/archetype.ts";
import { eventType, keyColumns, tableNamed, typeOf } from "../../lib/contracts/tables.ts";
import { toy } from "../support/toy/mod.ts";

const table = (name: string, more: Partial<Table> = {}): Table => ({
  name,
  kind: "fact",
  columns: [{ name: "id", type: "BIGINT" }, { name: "ds", type: "DATE" }, { name: "at", type: "TIMESTAMPTZ" }],
  businessKey: ["id"],
  foreignKeys: [],
  loaded: false,
  ...more,
});
const toDay: ForeignKey = { column: "day_id", parent: "day", parentKey: "id", required: true, defects: false };
const day = table("day", { eventTime: { column: "ds" } });
const archetype = { ...toy, tables: [day] };

Deno.test("eventType() is the type of a table's event time, its parent's where it stands there, null without one", () => {
  assert.equal(eventType(archetype, day), "DATE");
  assert.equal(eventType(archetype, table("visit", { eventTime: { column: "at" } })), "TIMESTAMPTZ");
  const through = { foreignKeys: [toDay], eventTime: { column: "ds", through: "day_id" } };
  assert.equal(eventType(archetype, table("visit", through)), "DATE");
  assert.equal(eventType(archetype, table("shop")), null);
});

Deno.test("tableNamed() and typeOf() name what is not declared", () => {
  assert.throws(() => tableNamed(archetype, "month"), /needs a table of toy: month/);
  assert.throws(() => typeOf(day, "month"), /needs a column of day: month/);
});

Deno.test("keyColumns() names each column once", () => {
  const own = { ...toDay, column: "id" };
  assert.deepEqual(keyColumns(table("visit", { foreignKeys: [toDay, own] })), ["id", "day_id"]);
});
