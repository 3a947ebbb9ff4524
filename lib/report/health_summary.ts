import type { Archetype } from "../contracts/archetype.ts";
import { GuardrailCheck } from "../contracts/guardrail.ts";
import type { HealthReport, Measure, Metric } from "../contracts/health.ts";
import type { CheckFamily, ExecSummary, Fact, Offender, SummaryGuardrail } from "../contracts/summary.ts";
import { z } from "zod";
import { count, duration } from "../core/quantity.ts";
import { counted, fact } from "./fact.ts";
import { CHECKS, type CheckWords, measureText, metricText, metricTitle } from "./wording.ts";

/** How many findings an executive is shown. */
const OFFENDERS = 5;

const SLO_OF: Readonly<Partial<Record<Metric, keyof HealthReport["slos"]>>> = {
  key_null_pct: "key_null_pct",
  orphan_pct: "fk_orphan_pct",
  dup_key_pct: "dup_keys_pct",
  lag_p95_min: "p95_ingest_lag_min",
};

/** What every guardrail's block holds, whatever else its archetype adds to it. */
const GuardrailBlock = z.looseObject({
  checks: z.array(z.looseObject(GuardrailCheck.shape)),
  passed: z.boolean().nullable(),
});

interface Checked {
  readonly measure: Measure;
  readonly words: CheckWords;
  readonly value: Fact;
  readonly target: Fact;
}

/** Measures of the window that have a target and something to measure, with where they stand. */
function checkedMeasures(report: HealthReport): Checked[] {
  return report.measures.window.flatMap((measure, i) => {
    const words = CHECKS[measure.metric];
    if (words === undefined || measure.slo === null || measure.value === null) return [];
    return [{
      measure,
      words,
      value: fact(measure.value, measureText(measure.value, measure.unit), "measures", "window", i, "value"),
      target: fact(measure.slo, measureText(measure.slo, measure.unit), "measures", "window", i, "slo"),
    }];
  });
}

function familyOf(metric: Metric, words: CheckWords, report: HealthReport, checked: readonly Checked[]): CheckFamily[] {
  const slo = SLO_OF[metric];
  if (slo === undefined) return [];
  const own = checked.filter(({ measure }) => measure.metric === metric);
  const worst = own.toSorted((a, b) => b.value.value! - a.value.value!)[0];
  return [{
    metric,
    title: words.title,
    meaning: words.meaning,
    target: fact(report.slos[slo], measureText(report.slos[slo], metric.endsWith("_min") ? "min" : "%"), "slos", slo),
    passed: counted(report.measures.window, { metric, passed: true }, "measures", "window"),
    failed: counted(report.measures.window, { metric, passed: false }, "measures", "window"),
    worst: worst === undefined
      ? null
      : { table: worst.measure.table, column: worst.measure.column, value: worst.value },
  }];
}

/**
 * How far off, comparable between kinds of checks: the value over its target, a rate taken at the low end of its 95 %
 * interval, so that a handful of rows does not lead the list. A target of 0 is missed beyond all measure.
 */
function overshoot({ measure }: Checked): number {
  return measure.slo === 0 ? Infinity : (measure.ci_low ?? measure.value!) / measure.slo!;
}

function offenders(checked: readonly Checked[]): Offender[] {
  return checked
    .filter(({ measure }) => measure.passed === false)
    .toSorted((a, b) => {
      const [left, right] = [overshoot(a), overshoot(b)];
      return left === right ? b.measure.denominator - a.measure.denominator : right - left;
    })
    .slice(0, OFFENDERS)
    .map(({ measure, words, value, target }) => ({
      metric: measure.metric,
      table: measure.table,
      column: measure.column,
      sentence: words.sentence(value.shown, measure.table, measure.column ?? ""),
      value,
      target,
    }));
}

function guardrailsOf(archetype: Archetype, report: HealthReport): SummaryGuardrail[] {
  return archetype.guardrails.flatMap(({ id, title, metricTitles = {} }) => {
    if (report[id] === undefined) return [];
    const block = GuardrailBlock.parse(report[id]);
    return [{
      id,
      title,
      passed: block.passed,
      checks: block.checks.map(({ metric, kind, limit, value, passed }, i) => ({
        metric,
        title: metricTitles[metric] ?? metricTitle(metric),
        kind,
        value: fact(value, metricText(metric, value), id, "checks", i, "value"),
        limit: fact(limit, metricText(metric, limit), id, "checks", i, "limit"),
        passed,
      })),
    }];
  });
}

/** The "Data Health" part of the summary. */
export function healthSummary(archetype: Archetype, report: HealthReport): ExecSummary["data_health"] {
  const checked = checkedMeasures(report);
  const total = (name: "checks" | "passed" | "failed" | "not_measured"): Fact =>
    fact(report.slo_compliance[name], count(report.slo_compliance[name]), "slo_compliance", name);
  return {
    checks: total("checks"),
    passed: total("passed"),
    failed: total("failed"),
    not_measured: total("not_measured"),
    families: Object.entries(CHECKS).flatMap(([metric, words]) => familyOf(metric as Metric, words, report, checked)),
    worst_offenders: offenders(checked),
    guardrails: guardrailsOf(archetype, report),
    null_spikes: counted(report.null_spikes, {}, "null_spikes"),
    write_gaps: report.write_gaps.map((gap, i) => ({
      table: gap.table,
      from: gap.from,
      to: gap.to,
      hours: fact(gap.hours, duration(gap.hours * 60), "write_gaps", i, "hours"),
    })),
    notes: report.notes,
  };
}
