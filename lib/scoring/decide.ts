/** From measured gaps and what people need to the three actions (specification, section 10). */
import type { Action, Example, GapSubject, HiddenAction } from "../contracts/decision.ts";
import { type Source, SOURCES } from "../contracts/demand.ts";
import { closeness, gapsOf, type Need } from "./gaps.ts";
import { type Asking, judge, type JudgedGap, type MeasuredGap, type WindowFacts } from "./judge.ts";
import { LEAST_CONFIDENCE, rank, TOP } from "./rank.ts";
import { type DemandItem, demandShares, resample } from "./resample.ts";

export interface DecideInput extends WindowFacts {
  readonly gaps: readonly MeasuredGap[];
  /** Adding up to 1. */
  readonly sourceWeights: Readonly<Record<Source, number>>;
  readonly seed: number;
}

/** An action before its evidence is read. */
export type RankedAction = Omit<Action, "evidence">;

export interface Ranking {
  readonly actions: readonly RankedAction[];
  readonly hidden: readonly HiddenAction[];
  readonly shortage: string | null;
}

/** Scores, confidence, gating and diversity, with each action's standing under resampling. */
export function decide(input: DecideInput): Ranking {
  const { gaps, needs, sourceWeights, weights, seed } = input;
  const items: DemandItem[] = needs.map(({ source, weight, theme }) => ({
    source,
    weight,
    gaps: gaps.flatMap((gap, index) => gap.theme === theme ? [index] : []),
  }));
  const demand = demandShares(items, gaps.length, sourceWeights);
  const closest = needs.map((need) => gapsOf(need, gaps));
  const asking = gaps.map((gap, index): Asking => ({
    theme: needs.filter(({ theme }) => theme === gap.theme),
    closest: needs.filter((_, n) => closest[n]!.includes(index)),
  }));
  const judged = gaps.map((gap, index) => judge(index, gap, demand[index]!, asking[index]!, input));
  const { actions, hidden } = rank(judged);
  const { intervals, stability } = resample({
    items,
    gaps: judged.map(({ parts: { score }, ...ranked }) => ({
      ...ranked,
      components: { revenueImpact: score.revenue_impact, healthSeverity: score.health_severity, decay: score.decay },
    })),
    sourceWeights,
    weights,
    seed,
  });
  return {
    actions: actions.map(({ index, gap, parts }, place) => {
      const { theme, closest } = asking[index]!;
      return {
        rank: place + 1,
        id: gap.id,
        theme: gap.theme,
        subject: gap.subject,
        ...parts,
        revenue_at_risk_cents: gap.money,
        demand: {
          share: demand[index]!,
          ...intervals[index]!,
          items: countBySource(theme),
          met: theme.filter(({ met }) => met === true).length,
          unmet: theme.filter(({ met }) => met === false).length,
        },
        stability: stability[index]!,
        health_backed: parts.score.health_severity > 0,
        examples: examplesOf(gap.subject, closest),
      };
    }),
    hidden: hidden
      .filter(({ gap: { index, evident } }) => evident || asking[index]!.closest.length > 0)
      .map(({ gap: { gap, parts }, reason }) => ({
        id: gap.id,
        theme: gap.theme,
        subject: gap.subject,
        score: parts.score.total,
        confidence: parts.confidence.total,
        reason,
        detail: DETAILS[reason](parts.confidence.total),
      })),
    shortage: actions.length === TOP
      ? null
      : shortageOf(actions.length, hidden.map(({ gap, reason }) => [gap, reason])),
  };
}

function countBySource(needs: readonly Need[]): Record<Source, number> {
  return Object.fromEntries(
    SOURCES.map((source) => [source, needs.filter((need) => need.source === source).length]),
  ) as Record<Source, number>;
}

/** One quote a source at most: those that name the subject first, then open needs, then the surest. */
function examplesOf(subject: GapSubject, needs: readonly Need[]): Example[] {
  const names = ({ mentions }: Need): number => Math.max(0, ...mentions.map((mention) => closeness(subject, mention)));
  const best = needs.toSorted((a, b) =>
    names(b) - names(a) || Number(a.met ?? true) - Number(b.met ?? true) || (b.themeProb ?? 0) - (a.themeProb ?? 0) ||
    (a.id < b.id ? -1 : 1)
  );
  return SOURCES.flatMap((source) => best.find((need) => need.source === source) ?? [])
    .map(({ source, id, ds, quote }) => ({ source, item_id: id, ds, quote }));
}

const DETAILS: Readonly<Record<HiddenAction["reason"], (confidence: number) => string>> = {
  low_confidence: (confidence) => `its confidence is ${confidence.toFixed(2)}, and an action needs ${LEAST_CONFIDENCE}`,
  theme_taken: () => "another gap of its theme ranks higher, and each action is of another theme",
  lower_rank: () => "three actions rank higher",
  no_evidence: () => "people ask for it, but nothing that was measured is wrong there",
};

function shortageOf(shown: number, hidden: readonly (readonly [JudgedGap, HiddenAction["reason"]])[]): string {
  const unsure = hidden.filter(([, reason]) => reason === "low_confidence").length;
  const bare = hidden.filter(([gap, reason]) => reason === "no_evidence" && gap.parts.score.demand > 0).length;
  const lacks = [
    ...(unsure > 0 ? [`${unsure} are not sure enough (confidence below ${LEAST_CONFIDENCE})`] : []),
    ...(bare > 0 ? [`${bare} are asked for, but nothing that was measured is wrong there`] : []),
  ];
  const found = shown === 0 ? "No gap qualifies" : shown === 1 ? "One gap alone qualifies" : "Only two gaps qualify";
  return `${found} as an action${
    lacks.length === 0 ? ": nothing else was found" : `; of the others ${lacks.join(", ")}`
  }.`;
}
