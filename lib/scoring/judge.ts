/** One gap weighed: its score with what it is made of, and how sure that is (specification, section 10). */
import type { Action, GapSubject, MoneyAtRisk } from "../contracts/decision.ts";
import { SOURCES, type Theme } from "../contracts/demand.ts";
import { agreement, confidence, decay, healthSeverity, revenueImpact, score, type Weights } from "./formulas.ts";
import { closeness, type Mention, type Need } from "./gaps.ts";
import { peakDay } from "./peak.ts";
import type { Ranked } from "./rank.ts";

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

/** What all gaps of a window are weighed against. */
export interface WindowFacts {
  /** Of the window. */
  readonly needs: readonly Need[];
  /** Answered among the eligible, over the sources by their weight, 0 to 1. */
  readonly coverage: number;
  /** Local days of the window, oldest first. */
  readonly days: readonly string[];
  readonly medianMonthCents: number;
  /** Share of the revenue that stands behind the rows of each table, 0 to 1. */
  readonly revenueShares: ReadonlyMap<string, number>;
  readonly weights: Weights;
}

/** Who asks for a gap. */
export interface Asking {
  /** For its theme, wherever it stands: the demand that a score weighs. */
  readonly theme: readonly Need[];
  /** For its theme, and at its subject rather than at another one that they name. */
  readonly closest: readonly Need[];
}

/** A gap with all that is known of it. */
export interface JudgedGap extends Ranked {
  /** Place in the list of gaps. */
  readonly index: number;
  readonly gap: MeasuredGap;
  readonly parts: Pick<Action, "score" | "confidence">;
}

/** Weighs one gap: money, demand, severity and age; and how sure that is. `demand` is its share, 0 to 1. */
export function judge(
  index: number,
  gap: MeasuredGap,
  demand: number,
  asking: Asking,
  { needs, days, coverage, medianMonthCents, revenueShares, weights }: WindowFacts,
): JudgedGap {
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
