/** What was read, what it cost, and what that leaves open. */
import type { Budget, SourceCoverage, Spend } from "../contracts/budget.ts";
import type { Decision } from "../contracts/decision.ts";
import { SOURCES } from "../contracts/demand.ts";
import type { Fact, SummaryCoverage, SummarySpend } from "../contracts/summary.ts";
import type { ThemesLabelled } from "../contracts/themes.ts";
import { capitalised } from "../core/capitals.ts";
import { count, usd } from "../core/quantity.ts";
import { shareFact } from "./action_summary.ts";
import { ownFact } from "./fact.ts";
import { SOURCE_WORDS } from "./theme_words.ts";

/** All that a model's reading brought. */
export interface Reading {
  readonly themes: ThemesLabelled;
  readonly decision: Decision;
  readonly budget: Budget;
}

/** Purposes in plain words, as they begin a sentence. */
export const PURPOSE_WORDS: Readonly<Record<Spend["purpose"], string>> = {
  generation: "Writing messages",
  classification: "Reading for themes",
  entities: "Looking for names of tables and columns",
  gaps: "Reading for data gaps",
  embeddings: "Comparing texts",
};

/** Coverage of each source with its figures as they are told. */
export function coverageSummary(coverage: readonly SourceCoverage[]): SummaryCoverage[] {
  return coverage.map((own, i) => {
    const items = (value: number, ...steps: readonly string[]): Fact =>
      ownFact(value, count(value), "coverage", i, ...steps);
    return {
      ...own,
      facts: {
        eligible: items(own.eligible, "eligible"),
        answered: items(own.answered, "answered"),
        of_eligible: shareFact(own.of_eligible, "coverage", i, "of_eligible"),
        of_sent: shareFact(own.of_sent, "coverage", i, "of_sent"),
        floor: shareFact(own.floor, "coverage", i, "floor"),
        network: items(own.statuses.network, "statuses", "network"),
        stopped: items(own.statuses.stopped, "statuses", "stopped"),
        budget: items(own.statuses.budget, "statuses", "budget"),
      },
    };
  });
}

/** Spending of each purpose with its figures as they are told. */
export function spendSummary(spend: readonly Spend[]): SummarySpend[] {
  return spend.map(({ purpose, provider, model, cap_usd, actual_usd, stopped }, i) => ({
    purpose,
    provider,
    model,
    cap_usd,
    actual_usd,
    stopped,
    facts: {
      cap: ownFact(cap_usd, usd(cap_usd), "budget", i, "cap_usd"),
      actual: ownFact(actual_usd, usd(actual_usd), "budget", i, "actual_usd"),
    },
  }));
}

function partial({ source, partial, statuses, facts }: SummaryCoverage): string[] {
  if (!partial) return [];
  const parts = [
    ...(statuses.network > 0 ? [`${facts.network.shown} requests had no answer`] : []),
    ...(statuses.stopped > 0 ? [`${facts.stopped.shown} items were then not asked about any more`] : []),
  ];
  const why = parts.length === 0 ? "" : `: ${parts.join(", and ")}`;
  return [`${capitalised(SOURCE_WORDS[source])} were read in part${why}.`];
}

function belowFloor({ source, floor_met, facts }: SummaryCoverage): string[] {
  if (floor_met !== false) return [];
  return [
    `${capitalised(SOURCE_WORDS[source])} were read too thinly: ${facts.of_eligible.shown} of those worth reading ` +
    `were answered, wanted at least ${facts.floor.shown}; they count as much as if all had been.`,
  ];
}

function unaffordable(coverage: readonly SummaryCoverage[], spend: readonly SummarySpend[]): string[] {
  const unread = coverage.filter(({ statuses }) => statuses.budget > 0)
    .map(({ source, facts }) => `${facts.budget.shown} ${SOURCE_WORDS[source]}`);
  return spend.flatMap(({ purpose, stopped, facts }) => {
    if (stopped === null) return [];
    const left = purpose === "classification" && unread.length > 0 ? `; not read: ${unread.join(", ")}` : "";
    return [`${PURPOSE_WORDS[purpose]} ended when its money did (cap ${facts.cap.shown})${left}.`];
  });
}

/** One sentence for each thing that keeps the ranking from being as good as it could be. */
export function limitsOf(
  { themes, decision }: Reading,
  coverage: readonly SummaryCoverage[],
  spend: readonly SummarySpend[],
): string[] {
  const needs = themes.sources.reduce((sum, source) => sum + source.needs, 0);
  return [
    ...coverage.flatMap(partial),
    ...coverage.flatMap(belowFloor),
    ...unaffordable(coverage, spend),
    ...(needs === 0
      ? ["Nobody was found to ask for data in this window, so that no gap can be ranked by who asks for it."]
      : []),
    ...(decision.median_month_cents === null
      ? ["No revenue is known to set money at risk against: the ranking rests on demand and on what was measured."]
      : []),
  ];
}

/** A note that begins so tells what {@link limitsOf} tells with its figures. */
const OF_A_SOURCE = new RegExp(`^source (${SOURCES.join("|")}) `);

/** What else the run has to say, each once. */
export function notesOf({ themes, budget }: Reading): string[] {
  const all = [...themes.notes, ...budget.notes];
  return [...new Set(all.filter((note) => !OF_A_SOURCE.test(note)))].map(sentence);
}

/** A note as a sentence; one that begins with a name, such as `gpt-4o-mini`, keeps it as it is. */
function sentence(note: string): string {
  const ended = /[.!?]$/.test(note) ? note : `${note}.`;
  return /^[a-z]+\s/.test(ended) ? capitalised(ended) : ended;
}
