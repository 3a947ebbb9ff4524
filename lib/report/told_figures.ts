import type { Action, Evidence } from "../contracts/decision.ts";
import type { Fact } from "../contracts/summary.ts";
import { count, dollars } from "../core/quantity.ts";
import { ownFact } from "./fact.ts";
import { measureText } from "./wording.ts";

/** A figure of evidence, with its unit. */
export function evidenceText(value: number | null, unit: Evidence["unit"]): string {
  if (value === null) return "not measured";
  if (unit === "cents") return dollars(value);
  return unit === "%" || unit === "min" ? measureText(value, unit) : count(value);
}

/** Figures of one action for use in sentences; each that is told is kept, with its place in `exec_summary.json`. */
export interface ToldFigures {
  /** The evidence of that name, such as `orphan_pct`; null where there is none, nothing was measured, or it is 0. */
  figure(name: string): string | null;
  /** The target of the evidence of that name; null where there is none. */
  target(name: string): string | null;
  /** Money at risk in the window, at its widest. */
  widest(): string;
  /** Needs left open; null where none is. */
  unmet(): string | null;
  readonly told: readonly Fact[];
}

/** @param place Of the action in `actions`, from 0. */
export function toldFigures({ id, evidence, revenue_at_risk_cents, demand }: Action, place: number): ToldFigures {
  const told: Fact[] = [];
  const tell = (fact: Fact): string => {
    told.push(fact);
    return fact.shown;
  };
  const find = (name: string): { readonly index: number; readonly found: Evidence } | null => {
    const index = evidence.findIndex((one) => one.id === `${id}/${name}`);
    return index < 0 ? null : { index, found: evidence[index]! };
  };
  return {
    told,
    figure(name) {
      const own = find(name);
      if (own === null || own.found.value === null || own.found.value === 0) return null;
      const { index, found: { value, unit } } = own;
      return tell(ownFact(value, evidenceText(value, unit), "actions", place, "evidence", index, "value"));
    },
    target(name) {
      const own = find(name);
      if (own === null || own.found.slo === null) return null;
      const { index, found: { slo, unit } } = own;
      return tell(ownFact(slo, evidenceText(slo, unit), "actions", place, "evidence", index, "slo"));
    },
    widest() {
      const { high } = revenue_at_risk_cents;
      return tell(ownFact(high, dollars(high), "actions", place, "revenue_at_risk_cents", "high"));
    },
    unmet() {
      const { unmet } = demand;
      return unmet === 0 ? null : tell(ownFact(unmet, count(unmet), "actions", place, "demand", "unmet"));
    },
  };
}
