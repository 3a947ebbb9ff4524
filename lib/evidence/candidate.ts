import type { Evidence, GapSubject } from "../contracts/decision.ts";
import type { Theme } from "../contracts/demand.ts";
import { ident } from "../infra/sql.ts";

/** SQL of a range of money: each one SELECT of one row and one column, in cents. */
export interface MoneySql {
  readonly low: string;
  readonly mid: string;
  readonly high: string;
}

/** A figure before it is read. */
export type Figure = Omit<Evidence, "value">;

/** A gap that a warehouse may have: a theme at a subject, and the SQL of all that can be told of it. */
export interface Candidate {
  /** `theme:table`, with `.column` where there is one. */
  readonly id: string;
  readonly theme: Theme;
  readonly subject: GapSubject;
  /** Null where the theme has no rows to sum, or no revenue stands behind the table. */
  readonly money: MoneySql | null;
  /** What tells low, mid and high apart; or why nothing can be summed. */
  readonly basis: string;
  /** Measured figures of the gap, and its money. */
  readonly figures: readonly Figure[];
}

/** A figure as its theme declares it: `name` is unique in the candidate. */
export type NamedFigure = Omit<Figure, "id"> & { readonly name: string };

export const NO_REVENUE = "no revenue stands behind the rows of this table";

function gapId(theme: Theme, { table, column }: Pick<GapSubject, "table" | "column">): string {
  return `${theme}:${table}${column === null ? "" : `.${column}`}`;
}

/** Assembles a candidate; its money becomes the first three figures. */
export function candidate(
  theme: Theme,
  subject: GapSubject,
  told: { readonly money: MoneySql | null; readonly basis: string; readonly figures: readonly NamedFigure[] },
): Candidate {
  const id = gapId(theme, subject);
  const money: NamedFigure[] = told.money === null ? [] : ([
    ["money_low", "Money at risk in the window, low", told.money.low],
    ["money_mid", "Money at risk in the window", told.money.mid],
    ["money_high", "Money at risk in the window, high", told.money.high],
  ] as const).map(([name, metric, sql]) => ({ name, metric, unit: "cents", slo: null, sql }));
  const figures = [...money, ...told.figures].map(({ name, ...figure }) => ({ id: `${id}/${name}`, ...figure }));
  return { id, theme, subject, money: told.money, basis: told.basis, figures };
}

/** SQL of the rows of `revenue_T` as `r`, with what they are joined to. */
export function revenueRows(table: string, join = ""): string {
  return `${ident(`revenue_${table}`)} AS r${join}`;
}

/** SQL of the rows of `window_T` as `r`, with what they are joined to. */
export function windowRows(table: string, join = ""): string {
  return `${ident(`window_${table}`)} AS r${join}`;
}

/** SQL of the money behind the rows that meet a condition, each business key counted once. */
export function moneyOf(rows: string, condition: string): string {
  return `SELECT CAST(coalesce(sum(r.revenue_cents), 0) AS BIGINT)
FROM ${rows}
WHERE r.copy = 1 AND (${condition})`;
}

/** SQL of the share of rows that meet a condition, in per cent with six decimals; null without rows. */
export function percentOf(rows: string, condition: string): string {
  return `SELECT round(100 * CAST(count(*) FILTER (WHERE ${condition}) AS DOUBLE) / nullif(count(*), 0), 6)
FROM ${rows}`;
}

/** SQL of the number of rows that meet a condition. */
export function countOf(rows: string, condition: string): string {
  return `SELECT count(*)
FROM ${rows}
WHERE ${condition}`;
}
