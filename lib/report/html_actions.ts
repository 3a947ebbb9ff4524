/** The actions of `exec_summary.html`. */
import type { ExecSummary, SummaryAction } from "../contracts/summary.ts";
import { dateRange } from "../core/quantity.ts";
import { certaintyLine, demandLine, evidenceLine, lackLine, moneyDetails, revenueLine } from "./action_lines.ts";
import { excerpt } from "./excerpt.ts";
import { element, type Html, prose } from "./html.ts";
import { confidenceMark, moneyMark } from "./html_marks.ts";
import { ITEM_WORDS } from "./theme_words.ts";

/** What to fix first; where fewer than three gaps qualify, what the others lack. */
export function fixFirst(summary: ExecSummary): Html {
  const { actions } = summary;
  const most = Math.max(0, ...actions.map(({ revenue_at_risk_month_cents }) => revenue_at_risk_month_cents?.high ?? 0));
  const lack = lackLine(summary);
  const revenue = revenueLine(summary);
  return element(
    "section",
    { "aria-labelledby": "fix-first" },
    element("h2", { id: "fix-first" }, "What to fix first"),
    ...(revenue === null ? [] : [element("p", { class: "small" }, revenue)]),
    ...actions.map((one) => article(one, most)),
    ...(lack === null ? [] : [element("p", { class: "lack" }, prose(lack))]),
  );
}

function article(action: SummaryAction, most: number): Html {
  return element(
    "article",
    { class: "action" },
    element(
      "header",
      {},
      element("span", { class: "rank", "aria-hidden": "true" }, String(action.rank)),
      element("h3", {}, prose(action.title)),
    ),
    element(
      "div",
      { class: "body" },
      element("p", { class: "todo" }, prose(action.recommendation)),
      ...action.caveats.map((caveat) => element("p", { class: "caveat" }, prose(caveat))),
      element(
        "dl",
        {},
        ...term("Who asks", prose(demandLine(action))),
        ...term("How sure", prose(certaintyLine(action))),
        ...term("Evidence", prose(evidenceLine(action))),
      ),
      ...action.examples.map(({ source, item_id, ds, quote }) =>
        element(
          "blockquote",
          {},
          element("p", {}, excerpt(quote)),
          element("footer", {}, `${ITEM_WORDS[source]} `, element("code", {}, item_id), `, ${dateRange(ds, ds)}`),
        )
      ),
    ),
    element(
      "aside",
      {},
      ...money(action, most),
      element("p", { class: "label" }, "Confidence"),
      element("p", { class: "figure" }, action.facts.confidence.total.shown),
      confidenceMark(action),
      element("p", { class: "small" }, prose(moneyDetails(action))),
    ),
  );
}

function term(name: string, text: Html): Html[] {
  return [element("dt", {}, name), element("dd", {}, text)];
}

function money(action: SummaryAction, most: number): Html[] {
  const label = element("p", { class: "label" }, "Revenue at risk");
  const { money } = action.facts;
  if (money === null) return [label, element("p", { class: "figure" }, "not measurable")];
  const { low, mid, high } = money.month;
  return [
    label,
    element("p", { class: "figure" }, mid.shown, element("span", {}, " a month")),
    moneyMark(action, most),
    element("p", { class: "small" }, `${low.shown} to ${high.shown}`),
  ];
}
