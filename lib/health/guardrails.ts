import { z } from "zod";
import type { Archetype } from "../contracts/archetype.ts";
import type { Guardrail, GuardrailCheck, GuardrailConfig, GuardrailResult } from "../contracts/guardrail.ts";
import { Ds, type HealthRow } from "../contracts/health.ts";
import type { Duck } from "../infra/duck.ts";

const MetricRow = z.object({
  metric: z.string(),
  ds: Ds.nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  value: z.number().nullable(),
});
type MetricRow = z.infer<typeof MetricRow>;

/** A guardrail with what was found. */
export interface GuardrailFinding {
  readonly guardrail: Guardrail;
  readonly result: GuardrailResult;
}

/** Holds metrics of the window against their limits; passed is null when nothing could be measured. */
export function judge(rows: readonly MetricRow[], limits: ReturnType<Guardrail["limits"]>): GuardrailResult {
  const metrics = rows.filter(({ ds }) => ds === null).map(({ ds: _, ...metric }) => metric);
  const checks = limits.map((limit): GuardrailCheck => {
    const value = metrics.find(({ metric }) => metric === limit.metric)?.value ?? null;
    const passed = value === null ? null : limit.kind === "max" ? value <= limit.limit : value >= limit.limit;
    return { ...limit, value, passed };
  });
  const measured = checks.flatMap(({ passed }) => passed === null ? [] : [passed]);
  return {
    metrics,
    daily: rows.flatMap(({ ds, ...metric }) => ds === null ? [] : [{ ...metric, ds }]),
    checks,
    passed: measured.length === 0 ? null : measured.every(Boolean),
  };
}

/** Runs an archetype's guardrails over its tables. Needs the views of `createViews`. */
export async function runGuardrails(
  duck: Duck,
  archetype: Archetype,
  config: GuardrailConfig,
): Promise<GuardrailFinding[]> {
  const findings: GuardrailFinding[] = [];
  for (const guardrail of archetype.guardrails) {
    for (const [name, value] of Object.entries(guardrail.variables?.(config) ?? {})) await duck.set(name, value);
    const rows = await duck.rows(
      `SELECT metric, CAST(ds AS VARCHAR) AS ds, numerator, denominator, round(value, 6) AS value FROM (
${guardrail.sql}
      ) AS metrics ORDER BY metric, ds`,
      MetricRow,
    );
    findings.push({ guardrail, result: judge(rows, guardrail.limits(config)) });
  }
  return findings;
}

/** The guardrails' own keys of `data_health.json`. */
export function guardrailBlocks(findings: readonly GuardrailFinding[]): Record<string, unknown> {
  return Object.fromEntries(
    findings.map(({ guardrail, result }) => [guardrail.id, guardrail.contract.parse(guardrail.present(result))]),
  );
}

/** Metrics that are also reported under their table; null when no guardrail asks for it. */
export function aggregatesByTable(
  findings: readonly GuardrailFinding[],
): Record<string, Record<string, number | null>> | null {
  const blocks = findings.filter(({ guardrail }) => guardrail.byTable).map(({ guardrail, result }) => [
    guardrail.table,
    Object.fromEntries(result.metrics.map(({ metric, value }) => [metric, value])),
  ]);
  return blocks.length === 0 ? null : Object.fromEntries(blocks);
}

/** Long-form rows of the guardrails: `metric` is `<guardrail>.<metric>`, with its limit as SLO. */
export function guardrailRows(
  archetype: string,
  windowEnd: string,
  findings: readonly GuardrailFinding[],
): HealthRow[] {
  return findings.flatMap(({ guardrail, result }) => {
    const row = (metric: MetricRow): HealthRow => {
      const check = metric.ds === null ? result.checks.find((c) => c.metric === metric.metric) : undefined;
      return {
        archetype,
        table: guardrail.table,
        column: "",
        metric: `${guardrail.id}.${metric.metric}`,
        grain: metric.ds === null ? "window" : "day",
        ds: metric.ds ?? windowEnd,
        value: metric.value,
        numerator: metric.numerator,
        denominator: metric.denominator,
        ci_low: null,
        ci_high: null,
        slo: check?.limit ?? null,
        passed: check?.passed ?? null,
      };
    };
    return [...result.metrics.map((metric) => row({ ...metric, ds: null })), ...result.daily.map(row)];
  });
}
