/** From measured gaps and what people need to the three actions (specification, section 10). */
import type { Action, Example, GapSubject, HiddenAction, MoneyAtRisk } from "../contracts/decision.ts";
import { type Source, SOURCES, type Theme } from "../contracts/demand.ts";
import { agreement, confidence, decay, healthSeverity, revenueImpact, score, type Weights } from "./formulas.ts";
import { closeness, gapsOf, type Mention, type Need } from "./gaps.ts";
import { peakDay } from "./peak.ts";
import { LEAST_CONFIDENCE, rank, type Ranked, TOP } from "./rank.ts";
import { type DemandItem, demandShares, resample } from "./resample.ts";

/** A gap that the warehouse may have, as it was measured. */
export interface MeasuredGap {
  readonly id: string;
  readonly theme: Theme;
  readonly subject: GapSubject;
  readonly money: MoneyAtRisk;
  /** The measure that the theme is judged by, and its target; null where there is none. */
  readonly measure: { readonly value: number | null; readonly slo: number | null } | null;
  /** True for a theme that asks for what is not in the rows: demand alone speaks for it. */
  readonly byDemandAlone: boolean;
}

export interface DecideInput {
  readonly gaps: readonly MeasuredGap[];
  /** Of the window. */
  readonly needs: readonly Need[];
  /** Adding up to 1. */
  readonly sourceWeights: Readonly<Record<Source, number>>;
  /** Answered among the eligible, over the sources by their weight, 0 to 1. */
  readonly coverage: number;
  /** Local days of the window, oldest first. */
  readonly days: readonly string[];
  readonly medianMonthCents: number;
  /** Share of the revenue that stands behind the rows of each table, 0 to 1. */
  readonly revenueShares: ReadonlyMap<string, number>;
  readonly weights: Weights;
  readonly seed: number;
}

/** An action before its evidence is read. */
export type RankedAction = Omit<Action, "evidence">;

export interface Ranking {
  readonly actions: readonly RankedAction[];
  readonly hidden: readonly HiddenAction[];
  readonly shortage: string | null;
}

/** A gap with all that is known of it. */
interface Judged extends Ranked {
  readonly index: number;
  readonly gap: MeasuredGap;
  readonly parts: Pick<RankedAction, "score" | "confidence">;
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

/** Who asks for a gap. */
interface Asking {
  /** For its theme, wherever it stands: the demand that a score weighs. */
  readonly theme: readonly Need[];
  /** For its theme, and at its subject rather than at another one that they name. */
  readonly closest: readonly Need[];
}

function judge(
  index: number,
  gap: MeasuredGap,
  demand: number,
  asking: Asking,
  { needs, days, coverage, medianMonthCents, revenueShares, weights }: DecideInput,
): Judged {
  const severity = gap.measure === null
    ? 0
    : healthSeverity(gap.measure.value, gap.measure.slo, revenueShares.get(gap.subject.table) ?? 0);
  const impact = revenueImpact(gap.money.mid, days.length, medianMonthCents);
  const peak = peakOf(asking.theme, days);
  const age = peak === null ? 0 : days.length - 1 - peak;
  const components = { revenueImpact: impact, demand, healthSeverity: severity, decay: decay(age) };
  const total = score(components, weights);
  const sure = confidence({
    class: classConfidence(asking.theme),
    entity: entityConfidence(gap.subject, asking.theme),
    coverage,
    agreement: agreementOf(gap.theme, needs),
  });
  return {
    index,
    gap,
    id: gap.id,
    theme: gap.theme,
    score: total,
    confidence: sure.total,
    asked: asking.closest.reduce((sum, { weight }) => sum + weight, 0),
    evident: gap.byDemandAlone ? asking.closest.length > 0 : severity > 0 || gap.money.mid > 0,
    parts: {
      score: {
        revenue_impact: impact,
        demand,
        health_severity: severity,
        weights: { ...weights },
        peak_ds: peak === null ? null : days[peak]!,
        days_since_peak: age,
        decay: components.decay,
        total,
      },
      confidence: sure,
    },
  };
}

/** Mean by the items' weights; 0 without items. */
function mean(needs: readonly Need[], value: (need: Need) => number): number {
  const total = needs.reduce((sum, { weight }) => sum + weight, 0);
  return total > 0 ? needs.reduce((sum, need) => sum + need.weight * value(need), 0) / total : 0;
}

/** Over the needs whose provider tells; null where it tells of none. */
function classConfidence(needs: readonly Need[]): number | null {
  const told = needs.filter(({ themeProb }) => themeProb !== null);
  return told.length === 0 && needs.length > 0 ? null : mean(told, ({ themeProb }) => themeProb ?? 0);
}

/** Over the needs that name the subject, the confidence of the surest mention of each. */
function entityConfidence(subject: GapSubject, needs: readonly Need[]): number {
  const leading = (mentions: readonly Mention[]): number[] =>
    mentions.filter((mention) => closeness(subject, mention) > 0).map(({ confidence }) => confidence);
  const naming = needs.filter(({ mentions }) => leading(mentions).length > 0);
  return mean(naming, ({ mentions }) => Math.max(...leading(mentions)));
}

function peakOf(needs: readonly Need[], days: readonly string[]): number | null {
  const place = new Map(days.map((ds, i) => [ds, i]));
  const daily = new Array<number>(days.length).fill(0);
  for (const { ds } of needs) {
    const day = place.get(ds);
    if (day !== undefined) daily[day]!++;
  }
  return peakDay(daily);
}

/** How alike the sources are in asking for the theme; a source without any need has no say. */
function agreementOf(theme: Theme, needs: readonly Need[]): number {
  const shares = SOURCES.flatMap((source) => {
    const own = needs.filter((need) => need.source === source);
    const total = own.reduce((sum, { weight }) => sum + weight, 0);
    const asked = own.reduce((sum, need) => need.theme === theme ? sum + need.weight : sum, 0);
    return total > 0 ? [asked / total] : [];
  });
  return agreement(shares);
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

function shortageOf(shown: number, hidden: readonly (readonly [Judged, HiddenAction["reason"]])[]): string {
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
