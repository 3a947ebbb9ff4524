/** `join_keys_orphans`: rows whose foreign key fails. */
import type { Archetype, ForeignKey, Table } from "../contracts/archetype.ts";
import type { Slos } from "../contracts/health.ts";
import { eventType, tableNamed, typeOf } from "../contracts/tables.ts";
import { ident } from "../infra/sql.ts";
import {
  type Candidate,
  candidate,
  countOf,
  moneyOf,
  NO_REVENUE,
  percentOf,
  revenueRows,
  windowRows,
} from "./candidate.ts";

/** SQL of how the rows `r` of a table meet their parents `p`. */
export interface KeyCheck {
  readonly join: string;
  readonly isNull: string;
  /** The key names no row of the parent. */
  readonly missing: string;
  /** The parent came after the row's event; null where the key has no such rule. */
  readonly temporal: string | null;
}

/**
 * The check of one foreign key over some rows `r` of a table: the earliest time among a parent's copies counts.
 *
 * @param rows Prefix of the relation: `window` or `revenue`.
 */
export function keyCheck(archetype: Archetype, table: Table, key: ForeignKey, rows: "window" | "revenue"): KeyCheck {
  const column = `r.${ident(key.column)}`;
  const parent = tableNamed(archetype, key.parent);
  const since = key.notBefore === undefined || table.eventTime === undefined ? null : key.notBefore;
  const selected = since === null ? "" : `, min(${ident(since)}) AS since`;
  const parentKey = ident(key.parentKey);
  return {
    join: `
LEFT JOIN (
  SELECT ${parentKey} AS parent_key${selected} FROM ${ident(key.parent)}
  WHERE ${parentKey} IN (SELECT ${ident(key.column)} FROM ${ident(`${rows}_${table.name}`)}) GROUP BY 1
) AS p ON p.parent_key = ${column}`,
    isNull: `${column} IS NULL`,
    missing: `${column} IS NOT NULL AND p.parent_key IS NULL`,
    temporal: since === null ? null : olderThanParent(archetype, table, parent, since),
  };
}

/** To the microsecond, or by local day where either side is a date. */
function olderThanParent(archetype: Archetype, table: Table, parent: Table, since: string): string {
  const sinceIsDate = typeOf(parent, since) === "DATE";
  if (!sinceIsDate && eventType(archetype, table) === "TIMESTAMPTZ") return "r.event_at < p.since";
  return `local_day(r.event_at) < ${sinceIsDate ? "p.since" : "local_day(p.since)"}`;
}

/** One candidate for each foreign key. */
export function joinCandidates(
  archetype: Archetype,
  carriers: ReadonlySet<string>,
  slos: Slos,
): Candidate[] {
  return archetype.tables.flatMap((table) =>
    table.foreignKeys.map((key) => {
      const { join, isNull, missing, temporal } = keyCheck(archetype, table, key, "window");
      const failing = temporal === null ? missing : `(${missing}) OR ${temporal}`;
      const rows = windowRows(table.name, join);
      const behind = revenueRows(table.name, keyCheck(archetype, table, key, "revenue").join);
      const money = (condition: string) => moneyOf(behind, condition);
      const carried = carriers.has(table.name);
      const name = `${table.name}.${key.column}`;
      return candidate("join_keys_orphans", { table: table.name, column: key.column, parent: key.parent }, {
        money: !carried ? null : {
          low: money(missing),
          mid: money(failing),
          high: money(key.required ? `${isNull} OR ${failing}` : failing),
        },
        basis: !carried
          ? NO_REVENUE
          : `low: rows whose key names no parent; mid: also rows older than their parent; high: ${
            key.required ? "also rows without the key" : "as mid, for the key may be empty"
          }`,
        figures: [
          {
            name: "orphan_pct",
            metric: `Rows of ${name} without a fitting ${key.parent}`,
            unit: "%",
            slo: slos.fk_orphan_pct,
            sql: percentOf(rows, failing),
          },
          {
            name: "orphan_rows",
            metric: `Rows of ${name} without a fitting ${key.parent}`,
            unit: "rows",
            slo: null,
            sql: countOf(rows, failing),
          },
          {
            name: "key_null_pct",
            metric: `Rows without ${name}`,
            unit: "%",
            slo: key.required ? slos.key_null_pct : null,
            sql: percentOf(windowRows(table.name), isNull),
          },
        ],
      });
    })
  );
}
