import type { Archetype } from "../contracts/archetype.ts";
import type { Action, GapSubject, HiddenAction } from "../contracts/decision.ts";
import { type Source, SOURCES } from "../contracts/demand.ts";
import type { Fact, SummaryAction, SummaryHiddenAction } from "../contracts/summary.ts";
import { MONTH_DAYS } from "../core/calendar.ts";
import { compact, count, dollars, percent } from "../core/quantity.ts";
import { actionWording } from "./action_wording.ts";
import { ownFact } from "./fact.ts";
import { THEME_WORDS } from "./theme_words.ts";
import { evidenceText } from "./told_figures.ts";

type Steps = readonly (string | number)[];
interface Cents {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

/** A share from 0 to 1, in percent. */
export function shareFact(value: number | null, ...source: Steps): Fact {
  return ownFact(value, value === null ? "no data" : percent(100 * value), ...source);
}

function ratingFact(value: number | null, digits: number, ...source: Steps): Fact {
  return ownFact(value, value === null ? "not told" : value.toFixed(digits), ...source);
}

/** Money that was estimated: cents are told of small amounts alone. */
function amount(cents: number): string {
  return Math.abs(cents) < 1000 ? dollars(cents) : `$${compact(cents / 100)}`;
}

function rangeFacts(cents: Cents, ...source: Steps): Readonly<Record<keyof Cents, Fact>> {
  const one = (name: keyof Cents): Fact => ownFact(cents[name], amount(cents[name]), ...source, name);
  return { low: one("low"), mid: one("mid"), high: one("high") };
}

/** Money of a window scaled to a month, in whole cents. */
function aMonth({ low, mid, high }: Cents, windowDays: number): Cents {
  const scaled = (cents: number): number => Math.round(cents * MONTH_DAYS / windowDays);
  return { low: scaled(low), mid: scaled(mid), high: scaled(high) };
}

function caveatsOf({ health_backed, revenue_at_risk_cents: money, demand, stability }: Action): string[] {
  const measured = health_backed || (money.measurable && money.high > 0);
  const asked = SOURCES.some((source) => demand.items[source] > 0);
  return [
    ...(measured ? [] : ["Nothing measurable stands behind it: it is ranked by demand alone."]),
    ...(asked ? [] : ["Nobody asked for it in this window: it is ranked by what was measured."]),
    ...(stability.settled ? [] : ["Unsettled: other messages of the same kind could well have ranked it lower."]),
  ];
}

/** @param place Of the action in `actions`, from 0. */
export function actionSummary(
  archetype: Archetype,
  action: Action,
  place: number,
  windowDays: number,
): SummaryAction {
  const { title, recommendation, told } = actionWording(archetype, action, place);
  const { revenue_at_risk_cents: money, demand, score, confidence, stability, evidence } = action;
  const month = money.measurable ? aMonth(money, windowDays) : null;
  const at = (...steps: Steps): Steps => ["actions", place, ...steps];
  const items = (source: Source): Fact =>
    ownFact(demand.items[source], count(demand.items[source]), ...at("demand", "items", source));
  const part = (name: keyof typeof confidence): Fact => ratingFact(confidence[name], 2, ...at("confidence", name));
  return {
    ...action,
    title,
    recommendation,
    caveats: caveatsOf(action),
    revenue_at_risk_month_cents: month,
    facts: {
      told: [...told],
      money: month === null ? null : {
        window: rangeFacts(money, ...at("revenue_at_risk_cents")),
        month: rangeFacts(month, ...at("revenue_at_risk_month_cents")),
        of_month: shareFact(score.revenue_impact, ...at("score", "revenue_impact")),
      },
      demand: {
        share: shareFact(demand.share, ...at("demand", "share")),
        low: shareFact(demand.low, ...at("demand", "low")),
        high: shareFact(demand.high, ...at("demand", "high")),
        slack: items("slack"),
        email: items("email"),
        nlq: items("nlq"),
        met: ownFact(demand.met, count(demand.met), ...at("demand", "met")),
        unmet: ownFact(demand.unmet, count(demand.unmet), ...at("demand", "unmet")),
      },
      score: ratingFact(score.total, 3, ...at("score", "total")),
      confidence: {
        total: part("total"),
        class: part("class"),
        entity: part("entity"),
        coverage: part("coverage"),
        agreement: part("agreement"),
      },
      stability: {
        kept: shareFact(stability.kept, ...at("stability", "kept")),
        resamples: ownFact(stability.resamples, count(stability.resamples), ...at("stability", "resamples")),
      },
      evidence: evidence.flatMap(({ id, metric, value, unit, slo }, i) =>
        id.includes("/money_") ? [] : [{
          metric,
          value: ownFact(value, evidenceText(value, unit), ...at("evidence", i, "value")),
          target: slo === null ? null : ownFact(slo, evidenceText(slo, unit), ...at("evidence", i, "slo")),
        }]
      ),
    },
  };
}

/** A subject by its names, between backquotes. */
function subjectNames({ table, column, parent }: GapSubject): string {
  const own = `\`${column === null ? table : `${table}.${column}`}\``;
  return parent === null ? own : `${own} → \`${parent}\``;
}

/** @param place Of the action in `hidden_actions`, from 0. */
export function hiddenSummary(action: HiddenAction, place: number): SummaryHiddenAction {
  return {
    ...action,
    title: `${THEME_WORDS[action.theme].title}: ${subjectNames(action.subject)}`,
    facts: {
      score: ratingFact(action.score, 3, "hidden_actions", place, "score"),
      confidence: ratingFact(action.confidence, 2, "hidden_actions", place, "confidence"),
    },
  };
}
