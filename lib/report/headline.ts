import type { ExecSummary, SummaryAction } from "../contracts/summary.ts";

/** What to fix first; without an action, how the data fares. */
export function headlineOf(
  { themes, actions }: Pick<ExecSummary, "themes" | "actions">,
  health: ExecSummary["data_health"],
): string {
  const first = actions[0];
  if (first !== undefined) return `Fix first: ${first.title}${moneyOf(first)}.`;
  const fared = healthHeadline(health);
  return themes.status === "skipped" ? fared : `No data gap qualifies as an action. ${fared}`;
}

function moneyOf({ facts: { money } }: SummaryAction): string {
  return money === null ? "" : `. Revenue at risk: ${money.month.mid.shown} a month`;
}

function healthHeadline({ checks, passed, failed, not_measured, worst_offenders }: ExecSummary["data_health"]): string {
  if (passed.value === 0 && failed.value === 0) {
    return "Nothing could be checked: the warehouse holds no rows in this window.";
  }
  const unmeasured = not_measured.value === 0 ? "" : `, ${not_measured.shown} could not be measured`;
  const worst = worst_offenders[0];
  if (worst === undefined) {
    const all = not_measured.value === 0 ? `All ${checks.shown}` : `${passed.shown} of ${checks.shown}`;
    return `${all} data-quality checks meet their target${unmeasured}.`;
  }
  return `${failed.shown} of ${checks.shown} data-quality checks miss their target${unmeasured}. ` +
    `Furthest off: ${worst.sentence} (target: at most ${worst.target.shown}).`;
}
