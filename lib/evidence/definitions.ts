/** `metric_definition_mismatch`: how far plausible definitions of one key figure lie apart. */
import type { DefinedKpi } from "../contracts/revenue.ts";
import { lowerMedian } from "../infra/dialect.ts";
import { type Candidate, candidate } from "./candidate.ts";

/** SQL of an aggregate over the differences of all pairs of definitions. */
function spreadSql({ definitions }: DefinedKpi, aggregate: (spread: string) => string): string {
  const totals = definitions.map(({ title, sql }, i) => `-- ${title}\nSELECT ${i} AS n, (${sql}) AS cents`);
  return `WITH totals AS (
${totals.join("\nUNION ALL\n")}
)
SELECT CAST(coalesce(${aggregate("abs(a.cents - b.cents)")}, 0) AS BIGINT)
FROM totals AS a JOIN totals AS b ON a.n < b.n`;
}

/** One candidate for each key figure of revenue; its money is in cents. */
export function definitionCandidates(kpis: readonly DefinedKpi[]): Candidate[] {
  return kpis.map((kpi) =>
    candidate("metric_definition_mismatch", { table: kpi.table, column: null, parent: null }, {
      money: {
        low: spreadSql(kpi, (spread) => `min(${spread})`),
        mid: spreadSql(kpi, lowerMedian),
        high: spreadSql(kpi, (spread) => `max(${spread})`),
      },
      basis: `the smallest, the median and the largest difference between two of ${kpi.definitions.length} definitions`,
      figures: kpi.definitions.map(({ title, sql }, i) => ({
        name: `definition_${i + 1}`,
        metric: `${kpi.title}: ${title}`,
        unit: "cents",
        slo: null,
        sql,
      })),
    })
  );
}
