import type { CheckFamily, ExecSummary, Offender, SummaryGuardrail } from "../contracts/summary.ts";
import { dateRange } from "../core/quantity.ts";
import { code, image, plain, prose, table } from "./markdown.ts";

/** `exec_summary.md`: the summary as one page. It says nothing that `exec_summary.json` does not hold. */
export function execSummaryPage(summary: ExecSummary): string {
  const { window, data_health: health } = summary;
  return [
    `# ${plain(summary.title)}: data report, ${dateRange(window.from, window.to)}`,
    `**${prose(summary.headline)}**`,
    prose(summary.themes.reason),
    ...keyFigures(summary),
    "## Data Health",
    ...checks(health.families),
    ...worstOffenders(health.worst_offenders),
    ...failingGuardrails(health.guardrails),
    ...health.guardrails.flatMap(guardrail),
    ...events(summary),
    ...notes(health.notes),
    "## Figures",
    ...summary.figures.map(({ alt, png }) => image(alt, png)),
    "---",
    `Days are local to ${plain(summary.tz)}. Each number on this page stands in ${code("exec_summary.json")}, ` +
    `with its place in ${code("data_health.json")}; run ${code(summary.run_id)}.`,
  ].join("\n\n") + "\n";
}

function keyFigures({ kpis, window, previous_window }: ExecSummary): string[] {
  if (kpis.length === 0) return [];
  const head = ["", `${dateRange(window.from, window.to)}:`, `${dateRange(previous_window.from, previous_window.to)}:`];
  const rows = kpis.map(({ title, value, previous, change }) => [
    plain(title),
    ...[value, previous, change].map((fact) => plain(fact.shown)),
  ]);
  return ["## Key figures", table([...head, "Change:"], rows)];
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

function events({ data_health: { null_spikes, write_gaps }, tz }: ExecSummary): string[] {
  const spikes = null_spikes.value === 0
    ? "No day was found on which empty keys suddenly rose."
    : `Sudden rises of empty keys, each in one column on one day: ${null_spikes.shown}.`;
  const gaps = write_gaps.map(({ table, from, hours }) => {
    const ds = Temporal.Instant.from(from).toZonedDateTimeISO(tz).toPlainDate().toString();
    return `Nothing was written to ${code(table)} for ${plain(hours.shown)} from ${dateRange(ds, ds)}.`;
  });
  return ["### Events of the whole period", [spikes, ...gaps].map((line) => `- ${line}`).join("\n")];
}

function notes(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["### Notes", lines.map((line) => `- ${plain(line)}`).join("\n")];
}
