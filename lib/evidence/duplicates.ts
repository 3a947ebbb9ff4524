/** `duplicates_dedup`: rows that came more than once, so that their revenue counts more than once. */
import type { Archetype, Table } from "../contracts/archetype.ts";
import type { Slos } from "../contracts/health.ts";
import { ident } from "../infra/sql.ts";
import {
  type Candidate,
  candidate,
  countOf,
  type MoneySql,
  NO_REVENUE,
  percentOf,
  revenueRows,
  windowRows,
} from "./candidate.ts";

function equal(columns: readonly string[], operator: string): string {
  return columns.map((column) => `f.${ident(column)} ${operator} r.${ident(column)}`).join(" AND ");
}

function moneySql(table: Table): MoneySql {
  const rows = revenueRows(table.name);
  const sum = (condition: string) =>
    `SELECT CAST(coalesce(sum(r.revenue_cents), 0) AS BIGINT)
FROM ${rows}
WHERE ${condition}`;
  const key = equal(table.businessKey, "=");
  const rest = table.columns.map(({ name }) => name)
    .filter((name) => name !== "loaded_at" && !table.businessKey.includes(name));
  const content = rest.length === 0 ? "" : ` AND ${equal(rest, "IS NOT DISTINCT FROM")}`;
  const other = ident(`revenue_${table.name}`);
  return {
    low: sum(`r.copy > 1 AND EXISTS (
  SELECT 1 FROM ${other} AS f WHERE f.copy = 1 AND ${key}${content}
)`),
    mid: sum("r.copy > 1"),
    high: sum(`r.copy > 1 OR EXISTS (SELECT 1 FROM ${other} AS f WHERE f.copy > 1 AND ${key})`),
  };
}

/** One candidate for each table that is loaded. */
export function duplicateCandidates(
  archetype: Archetype,
  carriers: ReadonlySet<string>,
  slos: Slos,
): Candidate[] {
  return archetype.tables.filter(({ loaded, businessKey }) => loaded && businessKey.length > 0).map((table) => {
    const rows = windowRows(table.name);
    const carried = carriers.has(table.name);
    return candidate("duplicates_dedup", { table: table.name, column: null, parent: null }, {
      money: carried ? moneySql(table) : null,
      basis: carried
        ? "low: extra copies equal to the first but for their load; mid: all extra copies; high: also the rows that they repeat"
        : NO_REVENUE,
      figures: [
        {
          name: "dup_key_pct",
          metric: `Extra copies among the rows of ${table.name}`,
          unit: "%",
          slo: slos.dup_keys_pct,
          sql: percentOf(rows, "r.copy > 1"),
        },
        {
          name: "extra_rows",
          metric: `Extra copies among the rows of ${table.name}`,
          unit: "rows",
          slo: null,
          sql: countOf(rows, "r.copy > 1"),
        },
      ],
    });
  });
}
