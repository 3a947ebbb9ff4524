/** What each page says of an action, in its words; names of tables and columns stand between backquotes. */
import type { ExecSummary, SummaryAction, SummaryCoverage } from "../contracts/summary.ts";
import { SOURCES } from "../contracts/demand.ts";
import { ITEM_WORDS, SOURCE_WORDS, THEME_WORDS } from "./theme_words.ts";

/** Names as tables and columns have them, such as `fact_order.order_id`. */
const NAME = /\b[a-z]+(?:_[a-z0-9]+)+(?:\.[a-z0-9_]+)?\b/g;

/** Sets the names within a sentence between backquotes. */
export function quoteNames(sentence: string): string {
  return sentence.replace(NAME, "`$&`");
}

/** Money at risk a month: the middle, and from low to high; null where nothing can be summed. */
export function monthLine({ facts: { money } }: SummaryAction): string | null {
  if (money === null) return null;
  const { low, mid, high } = money.month;
  return `${mid.shown} a month (${low.shown} to ${high.shown})`;
}

/** What the money at risk is of a month, what it is in the window, and how its range is read; why there is none. */
export function moneyDetails({ facts: { money }, revenue_at_risk_cents: { basis } }: SummaryAction): string {
  if (money === null) return `Nothing can be summed: ${basis}.`;
  const { window: { low, mid, high }, of_month } = money;
  const share = of_month.value === 0 ? "" : `${of_month.shown} of a usual month’s revenue. `;
  return `${share}In the window: ${mid.shown} (${low.shown} to ${high.shown}). Range: ${quoteNames(basis)}.`;
}

/** Who asks about the theme of an action, at its subject or elsewhere. */
export function demandLine({ theme, demand, facts: { demand: facts } }: SummaryAction): string {
  const asked = SOURCES.filter((source) => demand.items[source] > 0)
    .map((source) => `${facts[source].shown} ${(demand.items[source] === 1 ? ITEM_WORDS : SOURCE_WORDS)[source]}`);
  if (asked.length === 0) return "nobody in this window.";
  const interval = demand.low === demand.high ? "" : ` (95% interval ${facts.low.shown} to ${facts.high.shown})`;
  return `${facts.share.shown} of all needs${interval} are about ${THEME_WORDS[theme].title.toLowerCase()}: ` +
    `${asked.join(", ")}; ` +
    `${facts.met.shown} solved, ${facts.unmet.shown} left open, the others do not tell.`;
}

/** How sure an action is, part by part, and how often resamples keep it. */
export function certaintyLine({ facts: { confidence, stability } }: SummaryAction): string {
  const { total, class: labels, entity, coverage, agreement } = confidence;
  return `confidence ${total.shown} (labels ${labels.shown}, names ${entity.shown}, coverage ${coverage.shown}, ` +
    `agreement ${agreement.shown}); among the first three in ${stability.kept.shown} of ` +
    `${stability.resamples.shown} resamples.`;
}

/** Figures of evidence that a page shows. */
const EVIDENCE_SHOWN = 3;

/** The first {@link EVIDENCE_SHOWN} measured figures, each with its target. */
export function evidenceLine({ facts: { evidence } }: SummaryAction): string {
  const shown = evidence.slice(0, EVIDENCE_SHOWN).map(({ metric, value, target }, i) => {
    // One thing is often told as a share and as a number.
    const name = metric === evidence[i - 1]?.metric ? "in number" : quoteNames(metric);
    return `${name}: ${value.shown}${target === null ? "" : ` (target: at most ${target.shown})`}`;
  });
  const more = evidence.length > EVIDENCE_SHOWN ? "; more in `exec_summary.json`" : "";
  return shown.length === 0 ? "none was measured." : `${shown.join("; ")}${more}.`;
}

/** The revenue that money at risk is held against; null where none is counted, or nothing is held against it. */
export function revenueLine({ revenue, actions }: ExecSummary): string | null {
  if (revenue === null || actions.length === 0) return null;
  const { window, median_month } = revenue.facts;
  return `Revenue of a usual month: ${median_month.shown}; of the window: ${window.shown}.`;
}

/** Where the actions of a report would stand, why they do not; null where there are three. */
export function lackLine({ themes, shortage }: ExecSummary): string | null {
  return themes.status === "skipped" ? themes.reason : shortage;
}

/** What a source's coverage comes to, in a word or two. */
export function coverageVerdict({ partial, floor_met }: SummaryCoverage): string {
  if (partial) return "read in part";
  return floor_met === null ? "nothing to read" : floor_met ? "enough" : "too little";
}
