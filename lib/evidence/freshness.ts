/** `freshness_ingest_lag`: rows loaded later than the SLO. */
import type { Archetype } from "../contracts/archetype.ts";
import type { Slos } from "../contracts/health.ts";
import { MINUTE_US } from "../core/calendar.ts";
import { quantile } from "../infra/dialect.ts";
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

/** One candidate for each table that tells when its rows came. */
export function freshnessCandidates(
  archetype: Archetype,
  carriers: ReadonlySet<string>,
  slos: Slos,
): Candidate[] {
  const slo = slos.p95_ingest_lag_min;
  const later = (times: number) => `r.lag_us > ${times * slo * MINUTE_US}`;
  return archetype.tables.filter(({ loaded, eventTime }) => loaded && eventTime !== undefined).map(({ name }) => {
    const rows = windowRows(name);
    const money = (condition: string) => moneyOf(revenueRows(name), condition);
    // The p95 of a day is over the SLO when more than one row in twenty is.
    const breaching = `r.counted_ds IN (
  SELECT r.counted_ds FROM ${rows} GROUP BY r.counted_ds
  HAVING 20 * count(*) FILTER (WHERE ${later(1)}) > count(r.lag_us)
)`;
    const carried = carriers.has(name);
    return candidate("freshness_ingest_lag", { table: name, column: null, parent: null }, {
      money: !carried ? null : {
        low: money(later(2)),
        mid: money(later(1)),
        high: money(`${later(1)} OR ${breaching}`),
      },
      basis: carried
        ? "low: rows later than twice the SLO; mid: rows later than the SLO; high: also all rows of days on which more than 5 % are"
        : NO_REVENUE,
      figures: [
        {
          name: "lag_p95_min",
          metric: `Time by which 95 of 100 rows of ${name} were loaded`,
          unit: "min",
          slo,
          sql: `SELECT round(${quantile("r.lag_us", 0.95)} / ${MINUTE_US}, 6)\nFROM ${rows}`,
        },
        {
          name: "late_rows",
          metric: `Rows of ${name} loaded later than the SLO`,
          unit: "rows",
          slo: null,
          sql: countOf(rows, later(1)),
        },
        {
          name: "late_pct",
          metric: `Rows of ${name} loaded later than the SLO, of those with both times`,
          unit: "%",
          slo: null,
          sql: percentOf(`${rows}\nWHERE r.lag_us IS NOT NULL`, later(1)),
        },
      ],
    });
  });
}
