import type { ExecSummary, SummaryAction } from "../contracts/summary.ts";
import { capitalised } from "../core/capitals.ts";
import { dateRange } from "../core/quantity.ts";
import {
  certaintyLine,
  coverageVerdict,
  demandLine,
  evidenceLine,
  lackLine,
  moneyDetails,
  monthLine,
  quoteNames,
  revenueLine,
} from "./action_lines.ts";
import { excerpt } from "./excerpt.ts";
import { healthPart } from "./health_page.ts";
import { code, image, plain, prose, table } from "./markdown.ts";
import { PURPOSE_WORDS } from "./reading_summary.ts";
import { ITEM_WORDS, SOURCE_WORDS } from "./theme_words.ts";

/** Gaps that pages name beside the actions; `exec_summary.json` holds them all. */
export const HIDDEN_SHOWN = 5;

/** `exec_summary.md`: the summary as one page. It says nothing that `exec_summary.json` does not hold. */
export function execSummaryPage(summary: ExecSummary): string {
  const { window } = summary;
  return [
    `# ${plain(summary.title)}: data report, ${dateRange(window.from, window.to)}`,
    `**${prose(summary.headline)}**`,
    ...(summary.themes.status === "skipped" ? [] : [prose(summary.themes.reason)]),
    ...listed(summary.limits),
    ...fixFirst(summary),
    ...considered(summary),
    ...keyFigures(summary),
    ...healthPart(summary),
    ...coverageAndCost(summary),
    ...(summary.notes.length === 0 ? [] : ["## Notes", ...listed(summary.notes)]),
    "## Figures",
    ...summary.figures.map(({ alt, png }) => image(alt, png)),
    "---",
    ...checkIt(summary),
    `Days are local to ${plain(summary.tz)}. Each number on this page stands in ${code("exec_summary.json")}, ` +
    `with its place there or in ${code("data_health.json")}; run ${code(summary.run_id)}.`,
  ].join("\n\n") + "\n";
}

function listed(sentences: readonly string[]): string[] {
  return sentences.length === 0 ? [] : [sentences.map((line) => `- ${prose(quoteNames(line))}`).join("\n")];
}

function fixFirst(summary: ExecSummary): string[] {
  const lack = lackLine(summary);
  const revenue = revenueLine(summary);
  return [
    "## What to fix first",
    ...(revenue === null ? [] : [plain(revenue)]),
    ...summary.actions.flatMap(action),
    ...(lack === null ? [] : [prose(lack)]),
  ];
}

function action(action: SummaryAction): string[] {
  const month = monthLine(action);
  const lines = [
    `**Do this:** ${prose(action.recommendation)}`,
    `**Revenue at risk:** ${month === null ? "" : `${plain(month)}. `}${prose(moneyDetails(action))}`,
    `**Who asks:** ${prose(demandLine(action))}`,
    `**How sure:** ${prose(certaintyLine(action))}`,
    `**Evidence:** ${prose(evidenceLine(action))}`,
    ...action.caveats.map((caveat) => `**${prose(caveat)}**`),
  ];
  return [
    `### ${action.rank}. ${prose(action.title)}`,
    lines.map((line) => `- ${line}`).join("\n"),
    ...action.examples.map(({ source, item_id, ds, quote }) =>
      `> ${plain(excerpt(quote))} — ${ITEM_WORDS[source]} ${code(item_id)}, ${dateRange(ds, ds)}`
    ),
  ];
}

function considered({ hidden_actions }: ExecSummary): string[] {
  if (hidden_actions.length === 0) return [];
  const rows = hidden_actions.slice(0, HIDDEN_SHOWN).map(({ title, facts, detail }) => [
    prose(title),
    plain(facts.score.shown),
    plain(facts.confidence.shown),
    plain(detail),
  ]);
  return [
    "## Considered and not shown",
    table(["Gap", "Score:", "Confidence:", "Why not"], rows),
    ...(hidden_actions.length > HIDDEN_SHOWN ? [`The others stand in ${code("exec_summary.json")}.`] : []),
  ];
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

function coverageAndCost({ coverage, budget }: ExecSummary): string[] {
  if (coverage.length === 0) return [];
  const sources = coverage.map((own) => [
    capitalised(SOURCE_WORDS[own.source]),
    ...[own.facts.eligible, own.facts.answered, own.facts.of_eligible, own.facts.floor, own.facts.of_sent]
      .map((fact) => plain(fact.shown)),
    coverageVerdict(own),
  ]);
  const spend = budget.map(({ purpose, model, facts, stopped }) => [
    PURPOSE_WORDS[purpose],
    code(model),
    plain(facts.actual.shown),
    plain(facts.cap.shown),
    stopped === null ? "finished" : plain(stopped),
  ]);
  return [
    "## Coverage and cost",
    table(
      ["Whole history", "Worth reading:", "Answered:", "Of worth reading:", "Floor:", "Of sent:", "Verdict"],
      sources,
    ),
    table(["Purpose", "Model", "Spent:", "Cap:", "Ended"], spend),
  ];
}

function checkIt({ actions }: ExecSummary): string[] {
  if (actions.length === 0) return [];
  return [
    `How to check: ${code("dnr explain --report DIR --action N")} runs the SQL behind each figure of action N again ` +
    `and says whether it still holds; ${code("actions")} of ${code("exec_summary.json")} lists it.`,
  ];
}
