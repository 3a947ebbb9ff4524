/** What a ledger would hold of the hand-written bank: each defect that `tests/adopted/neobank.sql` names. */
import { join } from "node:path";
import type { Theme } from "../../lib/contracts/demand.ts";
import { SOURCES } from "../../lib/contracts/demand.ts";
import { labelTables } from "../../lib/contracts/labels.ts";
import { Ledger, type LedgerEntry } from "../../lib/contracts/ledger.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { writeJson } from "../../lib/infra/files.ts";
import { writeRows } from "../../lib/infra/row_table.ts";
import { itemId, noon, type Said } from "./adopted_bank.ts";

type Planted = readonly [defect: LedgerEntry["defect"], table: string, column: string | null, keys: readonly number[]];

/** Rows by their business key, over the whole period. */
const PLANTED: readonly Planted[] = [
  ["key_null", "dim_account", "customer_id", [4]],
  ["key_null", "fact_card_transaction", "card_id", [5]],
  ["key_null", "fact_card_transaction", "merchant_id", [8]],
  ["orphan_missing", "dim_account", "customer_id", [5]],
  ["orphan_temporal", "dim_account", "customer_id", [6]],
  ["orphan_missing", "fact_card_transaction", "card_id", [6]],
  ["orphan_temporal", "fact_card_transaction", "card_id", [7]],
  ["orphan_missing", "fact_card_transaction", "merchant_id", [9]],
  ["orphan_temporal", "fact_subscription_invoice", "customer_id", [4]],
  ["orphan_missing", "fact_subscription_invoice", "plan_id", [3]],
  ["duplicate", "fact_card_transaction", null, [4]],
];

function entry([defect, table, column, keys]: Planted, more: Partial<LedgerEntry> = {}): LedgerEntry {
  const id = [defect, table, column ?? "rows"].join("/");
  const rows = { rows: keys.length, of_rows: 11, planned_rate: null, realised_rate: null };
  return { id, defect, table, column, days: null, from: null, to: null, ...rows, ...more };
}

/** The ledger with further entries, and `change` made to it. */
export async function writeLedger(
  folder: string,
  further: readonly Partial<LedgerEntry>[] = [],
  change: Partial<Ledger> = {},
): Promise<void> {
  await Deno.mkdir(folder, { recursive: true });
  await writeJson(join(folder, "defects.json"), Ledger, {
    schema_version: "1.0",
    archetype: "neobank",
    seed: 1,
    quality: "typical",
    tz: "America/Los_Angeles",
    tables: [{ table: "fact_card_transaction", rows: 11 }],
    entries: [
      ...PLANTED.map((planted) => entry(planted)),
      ...further.map((more) => entry(["null_spike", "fact_card_transaction", "card_id", []], more)),
    ],
    ...change,
  });
  const values = PLANTED.flatMap(([defect, table, column, keys]) =>
    keys.map((key) => `('${defect}', '${table}', ${column === null ? "NULL" : `'${column}'`}, '${key}')`)
  );
  await using duck = await openDuck();
  await duck.run(
    `COPY (SELECT * FROM (VALUES ${values.join(", ")}) AS v (defect, "table", "column", "key"))
    TO '${folder}/defect_rows.parquet' (FORMAT parquet)`,
  );
}

/** Labels of the items as `themeOf` plans them; null: nothing was needed. */
export async function writeLabels(
  folder: string,
  items: readonly Said[],
  themeOf: (item: Said) => Theme | null,
): Promise<void> {
  await using duck = await openDuck();
  for (const source of SOURCES) {
    const table = labelTables[source];
    const rows = [...items.entries()].filter(([, item]) => item.source === source).map(([i, item]) => {
      const theme = themeOf(item);
      return {
        item_id: itemId(i),
        archetype: "neobank",
        ts: noon(item.day),
        relevance: source === "nlq" ? null : theme === null ? "negative" as const : "positive" as const,
        theme,
        met: null,
        tables: [item.about.split(".")[0]!],
        columns: item.about.includes(".") ? [item.about] : [],
        event_id: null,
      };
    });
    await writeRows(duck, join(folder, `${table.name}.parquet`), table, rows);
  }
}
