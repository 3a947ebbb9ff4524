import type { HealthFindings } from "../contracts/health.ts";
import { dateRange, percent, plural } from "../core/quantity.ts";
import { emptyFigure, type Figure, figure } from "./figure.ts";
import { rateBars } from "./rate_bars.ts";
import { COLOR } from "./theme.ts";

const ID = "duplicates";
const BARS = 10;

/** Share of rows that repeat a business key in the window, by table, with its 95 % interval, against the SLO. */
export function duplicatesFigure({ report }: HealthFindings): Figure {
  const slo = report.slos.dup_keys_pct;
  const days = dateRange(report.window.from, report.window.to);
  const subtitle = `Rows that repeat an earlier row’s business key, % of rows with 95% interval, ${days}`;
  const tables = report.measures.window
    .filter(({ metric }) => metric === "dup_key_pct")
    .flatMap(({ table, value, denominator, ci_low, ci_high, passed }) =>
      value === null ? [] : [{
        table,
        value,
        rows: denominator,
        loaded: report.tables.some((one) => one.table === table && one.last_loaded_at !== null),
        low: ci_low ?? value,
        high: ci_high ?? value,
        breach: passed === false,
      }]
    )
    .sort((a, b) => b.value - a.value || b.rows - a.rows || (a.table < b.table ? -1 : 1));
  const worst = tables[0];
  if (worst === undefined) {
    return emptyFigure({
      id: ID,
      titles: ["No duplicates were measured"],
      subtitle,
      reason: "No table has rows on these days.",
    });
  }
  const over = tables.filter(({ breach }) => breach).length;
  // Dimensions are written once and by key: bars of nothing, between long intervals, would hide the tables that matter.
  const telling = tables.filter(({ value, loaded }) => value > 0 || loaded);
  const shown = (telling.length > 0 ? telling : tables).slice(0, BARS);
  const spotless = tables.filter((one) => one.value === 0 && !shown.includes(one)).length;
  const unsure = shown.filter(({ breach, high }) => !breach && high > slo).length;
  const all = plural(tables.length, "table");
  const broke = `broke the ${percent(slo)} duplicate SLO`;
  const at = percent(worst.value);
  return figure({
    id: ID,
    titles: worst.value === 0
      ? [`No duplicate in any of ${all}`]
      : over === 0
      ? [`None of ${all} ${broke}`]
      : [`${over} of ${all} ${broke}; worst ${worst.table} at ${at}`, `${over} of ${all} ${broke}; worst ${at}`],
    note: [
      ...(spotless === 0 ? [] : [`No duplicate in ${plural(spotless, "other table")}`]),
      ...(unsure === 0 ? [] : [`Grey lines past the SLO: ${plural(unsure, "table")} with too few rows to tell`]),
    ].join(". "),
    subtitle: subtitle + (tables.length > spotless + shown.length ? `; the ${BARS} worst of ${tables.length}` : ""),
    alt: [
      `Bars of duplicate business keys by table, ${days}, against an SLO of ${percent(slo)}.`,
      ...shown.map(({ table, value, low, high }) =>
        `${table}: ${percent(value)}, 95% interval ${percent(low)} to ${percent(high)}.`
      ),
    ].join(" "),
    body: rateBars({
      bars: shown.map(({ table, value, rows, low, high, breach }) => ({
        label: table,
        parts: [{ value, fill: breach ? COLOR.data : COLOR.calm }],
        // Within the target, and yet not known to be: say how little was seen.
        text: !breach && high > slo ? `${percent(value)} of ${plural(rows, "row")}` : percent(value),
        interval: [low, high],
        strong: breach,
      })),
      target: { value: slo, text: `SLO ${percent(slo)}` },
      format: percent,
    }),
  });
}
