/** The "Data Health" section of `exec_summary.md`. */
import type { CheckFamily, ExecSummary, Offender, SummaryGuardrail } from "../contracts/summary.ts";
import { dateRange } from "../core/quantity.ts";
import { code, plain, prose, table } from "./markdown.ts";

export function healthPart(summary: ExecSummary): string[] {
  const { data_health: health } = summary;
  return [
    "## Data Health",
    ...checks(health.families),
    ...worstOffenders(health.worst_offenders),
    ...failingGuardrails(health.guardrails),
    ...health.guardrails.flatMap(guardrail),
    "### Events of the whole period",
    eventLines(summary).map((line) => `- ${prose(line)}`).join("\n"),
    ...notes(health.notes),
  ];
}

function nameOf({ table, column }: { readonly table: string; readonly column: string | null }): string {
  return code(column === null ? table : `${table}.${column}`);
}

function checks(families: readonly CheckFamily[]): string[] {
  const rows = families.map(({ title, meaning, target, passed, failed, worst }) => [
    `**${plain(title)}**: ${plain(meaning)}`,
    `at most ${plain(target.shown)}`,
    passed.shown,
    failed.shown,
    worst === null
      ? "nothing to measure"
      : plain(worst.value.shown) + (worst.value.value === 0 ? "" : `, ${nameOf(worst)}`),
  ]);
  return [table(["Check", "Target", "Pass:", "Miss:", "Highest"], rows)];
}

function worstOffenders(offenders: readonly Offender[]): string[] {
  if (offenders.length === 0) return [];
  return [
    "**Worst offenders**, furthest over their targets first:",
    offenders.map(({ sentence, target }) => `- ${prose(sentence)} (target: at most ${plain(target.shown)})`).join("\n"),
  ];
}

function failingGuardrails(guardrails: readonly SummaryGuardrail[]): string[] {
  if (guardrails.length === 0) return [];
  const failing = guardrails.filter(({ passed }) => passed === false).map(({ title }) => plain(title));
  return [failing.length === 0 ? "**Failing guardrails**: none." : `**Failing guardrails**: ${failing.join(", ")}.`];
}

const VERDICT = new Map([[true, "pass"], [false, "**fail**"]]);

function guardrail({ title, checks }: SummaryGuardrail): string[] {
  const rows = checks.map((check) => [
    plain(check.title),
    plain(check.value.shown),
    `${check.kind === "max" ? "at most" : "at least"} ${plain(check.limit.shown)}`,
    check.passed === null ? "not measured" : VERDICT.get(check.passed)!,
  ]);
  return [`### ${plain(title)}`, table(["Measure", "Value:", "Target:", "Result"], rows)];
}

/** What happened to the tables over all their history; names stand between backquotes. */
export function eventLines({ data_health: { null_spikes, write_gaps }, tz }: ExecSummary): string[] {
  const spikes = null_spikes.value === 0
    ? "No day was found on which empty keys suddenly rose."
    : `Sudden rises of empty keys, each in one column on one day: ${null_spikes.shown}.`;
  const gaps = write_gaps.map(({ table, from, hours }) => {
    const ds = Temporal.Instant.from(from).toZonedDateTimeISO(tz).toPlainDate().toString();
    return `Nothing was written to \`${table}\` for ${hours.shown} from ${dateRange(ds, ds)}.`;
  });
  return [spikes, ...gaps];
}

function notes(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["### Notes", lines.map((line) => `- ${plain(line)}`).join("\n")];
}
