import type { HealthFindings, Metric } from "../contracts/health.ts";
import { dateRange, percent, plural } from "../core/quantity.ts";
import { emptyFigure, type Figure, figure } from "./figure.ts";
import { rateBars } from "./rate_bars.ts";
import { COLOR } from "./theme.ts";

const ID = "orphans";
const BARS = 10;
/** Fills of missing and of temporal failures. */
const BREACH = [COLOR.data, COLOR.second] as const;
const CALM = [COLOR.calm, COLOR.calmSecond] as const;

/** Share of rows whose foreign key fails in the window, by foreign key, split by why, against the SLO. */
export function orphansFigure({ report }: HealthFindings): Figure {
  const slo = report.slos.fk_orphan_pct;
  const days = dateRange(report.window.from, report.window.to);
  const subtitle = `Rows whose foreign key finds no fitting parent, % of rows, ${days}`;
  const valueOf = (metric: Metric, table: string, column: string | null): number =>
    report.measures.window.find((one) => one.metric === metric && one.table === table && one.column === column)
      ?.value ?? 0;
  const keys = report.measures.window
    .filter(({ metric }) => metric === "orphan_pct")
    .flatMap(({ table, column, value, passed }) =>
      value === null ? [] : [{
        name: `${table}.${column}`,
        orphan: value,
        missing: valueOf("orphan_missing_pct", table, column),
        temporal: valueOf("orphan_temporal_pct", table, column),
        breach: passed === false,
      }]
    )
    .sort((a, b) => b.orphan - a.orphan || (a.name < b.name ? -1 : 1));
  const worst = keys[0];
  if (worst === undefined) {
    return emptyFigure({
      id: ID,
      titles: ["No orphans were measured"],
      subtitle,
      reason: "No table with a foreign key has rows on these days.",
    });
  }
  const over = keys.filter(({ breach }) => breach).length;
  const shown = keys.slice(0, BARS);
  const all = plural(keys.length, "foreign key");
  const broke = `broke the ${percent(slo)} orphan SLO`;
  const at = percent(worst.orphan);
  return figure({
    id: ID,
    titles: worst.orphan === 0 ? [`No orphan in any of ${all}`] : over === 0 ? [`None of ${all} ${broke}`] : [
      `${over} of ${all} ${broke}; worst ${worst.name} at ${at}`,
      `${over} of ${plural(keys.length, "key")} ${broke}; worst ${worst.name} at ${at}`,
      `${over} of ${all} ${broke}; worst ${at}`,
    ],
    subtitle: subtitle + (keys.length > BARS ? `; the ${BARS} worst of ${keys.length}` : ""),
    alt: [
      `Bars of orphaned rows by foreign key, ${days}, against an SLO of ${percent(slo)}.`,
      ...shown.map((key) =>
        `${key.name}: ${percent(key.orphan)}, of which ${percent(key.missing)} missing parent and ${
          percent(key.temporal)
        } older than its parent.`
      ),
    ].join(" "),
    body: rateBars({
      bars: shown.map((key) => {
        const [missing, temporal] = key.breach ? BREACH : CALM;
        return {
          label: key.name,
          parts: [{ value: key.missing, fill: missing }, { value: key.temporal, fill: temporal }],
          text: percent(key.orphan),
          strong: key.breach,
        };
      }),
      target: { value: slo, text: `SLO ${percent(slo)}` },
      legend: worst.orphan === 0 ? [] : [
        { text: "parent missing", fill: (over === 0 ? CALM : BREACH)[0] },
        { text: "row older than its parent", fill: (over === 0 ? CALM : BREACH)[1] },
      ],
      format: percent,
    }),
  });
}
