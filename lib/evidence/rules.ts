/** `revenue_coverage_mapping` and `attribution_funnel_gaps`: money that cannot be laid to its account. */
import type { Archetype } from "../contracts/archetype.ts";
import type { Theme } from "../contracts/demand.ts";
import type { Slos } from "../contracts/health.ts";
import type { RevenueRule } from "../contracts/revenue.ts";
import { tableNamed } from "../contracts/tables.ts";
import { type Candidate, candidate, countOf, moneyOf, percentOf, revenueRows, windowRows } from "./candidate.ts";
import { keyCheck } from "./joins.ts";

/** Money behind rows whose revenue-bearing key is null. */
function keyCandidate(
  archetype: Archetype,
  { table, column }: { readonly table: string; readonly column: string },
  slos: Slos,
): Candidate {
  const declared = tableNamed(archetype, table);
  const key = declared.foreignKeys.find((candidate) => candidate.column === column);
  if (key === undefined) throw new RangeError(`revenue keys must be foreign keys: ${table}.${column}`);
  const { join, isNull, missing } = keyCheck(archetype, declared, key, "revenue");
  const exact = moneyOf(revenueRows(table), isNull);
  return candidate("revenue_coverage_mapping", { table, column, parent: null }, {
    money: { low: exact, mid: exact, high: moneyOf(revenueRows(table, join), `${isNull} OR (${missing})`) },
    basis: "low and mid: rows without the key, an exact sum; high: also rows whose key names nothing",
    figures: [
      {
        name: "key_null_pct",
        metric: `Rows without ${table}.${column}`,
        unit: "%",
        slo: slos.key_null_pct,
        sql: percentOf(windowRows(table), isNull),
      },
      {
        name: "key_null_rows",
        metric: `Rows without ${table}.${column}`,
        unit: "rows",
        slo: null,
        sql: countOf(windowRows(table), isNull),
      },
    ],
  });
}

function ruleCandidate(theme: Theme, { table, column, title, low, mid, high, basis }: RevenueRule): Candidate {
  const rows = revenueRows(table);
  return candidate(theme, { table, column, parent: null }, {
    money: { low: moneyOf(rows, low), mid: moneyOf(rows, mid), high: moneyOf(rows, high) },
    basis,
    figures: [
      {
        name: "rows",
        metric: `Number of ${title}`,
        unit: "rows",
        slo: null,
        sql: countOf(rows, `r.copy = 1 AND (${mid})`),
      },
      {
        name: "rows_pct",
        metric: `Share of ${title}`,
        unit: "%",
        slo: null,
        sql: percentOf(`${rows}\nWHERE r.copy = 1`, mid),
      },
    ],
  });
}

/** One candidate for each revenue-bearing key, and one for each rule. */
export function ruleCandidates(archetype: Archetype, slos: Slos): Candidate[] {
  const { revenue } = archetype;
  if (revenue === undefined) return [];
  return [
    ...revenue.keys.map((key) => keyCandidate(archetype, key, slos)),
    ...revenue.coverage.map((rule) => ruleCandidate("revenue_coverage_mapping", rule)),
    ...revenue.attribution.map((rule) => ruleCandidate("attribution_funnel_gaps", rule)),
  ];
}
