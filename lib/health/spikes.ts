import type { Spike } from "../contracts/health.ts";
import { benjaminiHochberg, binomialTail } from "../core/stats.ts";

/** How null spikes are told from chance. Shares from 0 to 1. */
export const SPIKE_RULE = {
  /** False-discovery rate over all days and columns of the archetype: one alarm in a thousand is false. */
  fdr: 0.001,
  /** A day must rise this far above its baseline: smaller drifts are real, but no spikes. */
  minRise: 0.03,
  /** A baseline counts as at least this: a handful of nulls in an otherwise complete column is no spike. */
  leastBaseline: 0.01,
  /** The baseline is the pooled rate of this many days before and after, so that a lasting change is no spike. */
  baselineDays: 28,
  /** A day is thin when a rise by `shownRise` would be found with less than `power`. */
  shownRise: 0.1,
  power: 0.8,
  /** Rounds of leaving flagged days out of the baselines; the flags settle after two or three. */
  maxRounds: 10,
  /** Where the search for the rows of a full test ends: a column that is nearly all null can hardly rise by ten. */
  mostRows: 5000,
} as const;

/** Nulls of one key column on a local day with rows. Days are told apart by identity: no two series share one. */
interface NullDay {
  readonly ds: string;
  readonly rows: number;
  readonly nulls: number;
}

/** Nulls of one key column, oldest day first. */
export interface NullSeries {
  readonly table: string;
  readonly column: string;
  readonly days: readonly NullDay[];
}

/** Days of a column on which a rise by ten points would probably not be seen; they are tested like the others. */
export interface LowPower {
  readonly table: string;
  readonly column: string;
  readonly days: number;
  /** Rows that a day needs for it. */
  readonly min_rows: number;
}

export interface SpikeFindings {
  readonly spikes: readonly Spike[];
  readonly lowPower: readonly LowPower[];
}

function floored(nulls: number, rows: number): number {
  return Math.max(SPIKE_RULE.leastBaseline, rows === 0 ? 0 : nulls / rows);
}

/**
 * Rows that a day needs for a rise by ten points over `baseline` to be found with the wanted power at `level`; exact
 * binomial. `mostRows + 1` when no number of rows up to there will do.
 */
export function rowsForPower(baseline: number, level: number): number {
  const raised = Math.min(1, baseline + SPIKE_RULE.shownRise);
  let critical = 1;
  for (let rows = 1; rows <= SPIKE_RULE.mostRows; rows++) {
    // The critical count never falls as rows grow, so each search starts from the last.
    while (
      critical <= rows &&
      (critical / rows - baseline < SPIKE_RULE.minRise || binomialTail(critical, rows, baseline) > level)
    ) critical++;
    if (binomialTail(critical, rows, raised) >= SPIKE_RULE.power) return rows;
  }
  return SPIKE_RULE.mostRows + 1;
}

/** Null rate around each day of a series, the day itself and flagged days left out; 1 where no others are near. */
function baselines(days: readonly NullDay[], flagged: ReadonlySet<NullDay>): number[] {
  const nulls = [0];
  const rows = [0];
  days.forEach((day, i) => {
    const kept = flagged.has(day) ? 0 : 1;
    nulls.push(nulls[i]! + kept * day.nulls);
    rows.push(rows[i]! + kept * day.rows);
  });
  return days.map((day, i) => {
    const from = Math.max(0, i - SPIKE_RULE.baselineDays);
    const to = Math.min(days.length, i + 1 + SPIKE_RULE.baselineDays);
    const kept = flagged.has(day) ? 0 : 1;
    const others = rows[to]! - rows[from]! - kept * day.rows;
    return others === 0 ? 1 : floored(nulls[to]! - nulls[from]! - kept * day.nulls, others);
  });
}

/** Counts the days that are too thin for a rise by ten points to show. */
function thinDays(series: readonly NullSeries[]): LowPower[] {
  const all = series.reduce((sum, { days }) => sum + days.length, 0);
  // The level of Benjamini–Hochberg's first step: what a lone spike must pass.
  const level = SPIKE_RULE.fdr / Math.max(1, all);
  return series.flatMap(({ table, column, days }) => {
    const rows = days.reduce((sum, day) => sum + day.rows, 0);
    const nulls = days.reduce((sum, day) => sum + day.nulls, 0);
    const minRows = rowsForPower(floored(nulls, rows), level);
    const thin = days.filter((day) => day.rows < minRows).length;
    return thin === 0 ? [] : [{ table, column, days: thin, min_rows: minRows }];
  });
}

/**
 * Days on which a column's nulls rose above its other days: a one-sided exact binomial test of each day against a
 * baseline that leaves out the day and flagged days, with Benjamini–Hochberg's control over all days and columns.
 */
export function detectSpikes(series: readonly NullSeries[]): SpikeFindings {
  let flagged = new Set<NullDay>();
  for (let round = 1;; round++) {
    const tests = series.flatMap(({ table, column, days }) => {
      const rates = baselines(days, flagged);
      return days.map((day, i) => {
        const { rows, nulls } = day;
        const baseline = rates[i]!;
        // A day that hardly rose is no spike, however sure the rise: it counts as chance.
        const p = nulls / rows - baseline < SPIKE_RULE.minRise ? 1 : binomialTail(nulls, rows, baseline);
        return { table, column, day, baseline, p };
      });
    });
    const qValues = benjaminiHochberg(tests.map(({ p }) => p));
    const found = tests.flatMap((test, i) => qValues[i]! <= SPIKE_RULE.fdr ? [{ ...test, q: qValues[i]! }] : []);
    const settled = found.length === flagged.size && found.every(({ day }) => flagged.has(day));
    flagged = new Set(found.map(({ day }) => day));
    if (settled || round === SPIKE_RULE.maxRounds) {
      const spikes = found.map(({ table, column, day: { ds, rows, nulls }, baseline, p, q }) => ({
        table,
        column,
        ds,
        rows,
        nulls,
        null_pct: percent(nulls / rows),
        baseline_pct: percent(baseline),
        p_value: Number(p.toPrecision(4)),
        q_value: Number(q.toPrecision(4)),
      }));
      return { spikes, lowPower: thinDays(series) };
    }
  }
}

function percent(share: number): number {
  return Number((100 * share).toFixed(4));
}
