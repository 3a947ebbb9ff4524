/** Numerals of a page, and whether the summary holds them. */
import assert from "node:assert/strict";
import type { ExecSummary } from "../../lib/contracts/summary.ts";
import { factsIn } from "./facts.ts";

/** A Markdown page as it reads, quotes and the numbers of headings left out. */
export function markdownText(page: string): string {
  return page
    .replace(/^> .*$/gm, "")
    .replace(/^### \d\. /gm, "")
    .replace(/\\(.)/g, "$1")
    .replace(/[`*]/g, "")
    .replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&#64;/g, "@").replace(/&amp;/g, "&");
}

/** An HTML page as it reads, drawings, quotes and ranks left out. */
export function htmlText(page: string): string {
  return page
    .replace(/<(style|svg|blockquote|title)\b[\s\S]*?<\/\1>/g, " ")
    .replace(/<span class="rank".*?<\/span>/g, " ")
    .replace(/<code>(.*?)<\/code>/g, "$1")
    .replace(/<[^>]*>/g, " ")
    .replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, "&");
}

/** Strings that pages repeat as they stand in the summary. */
function verbatim(summary: ExecSummary): string[] {
  const { actions, hidden_actions, budget, data_health, figures } = summary;
  return [
    summary.run_id,
    summary.model ?? "",
    summary.shortage ?? "",
    ...summary.notes,
    ...summary.kpis.map(({ title }) => title),
    ...actions.flatMap(({ facts, revenue_at_risk_cents }) => [
      revenue_at_risk_cents.basis,
      ...facts.evidence.map(({ metric }) => metric),
    ]),
    ...hidden_actions.map(({ detail }) => detail),
    ...budget.flatMap(({ model, stopped }) => [model, stopped ?? ""]),
    ...data_health.notes,
    ...data_health.guardrails.flatMap(({ checks }) => checks.map(({ title }) => title)),
    ...figures.map(({ alt }) => alt),
  ].filter((text) => text !== "").sort((a, b) => b.length - a.length);
}

const NUMERAL = /[-−+±$<]*\d+(,\d{3})*(\.\d+)?([kMB]\b)?%?/g;

/** Fails unless each numeral of a page's text is one that a fact of the summary shows. Returns how many there are. */
export function assertNumeralsHeld(text: string, summary: ExecSummary): number {
  const held = new Set(factsIn(summary).flatMap(({ shown }) => shown.match(NUMERAL) ?? []));
  const words = verbatim(summary).reduce((rest, known) => rest.replaceAll(known, " "), text)
    // Names of tables and columns, days, and the level of intervals and quantiles are no figures.
    .replace(/\b[a-z]+(_[a-z0-9]+)+\b/g, " ")
    .replace(/(\d+( [A-Z][a-z]{2}( \d{4})?)? ?– ?)?\d+ [A-Z][a-z]{2} \d{4}/g, " ")
    .replace(/95% (of|interval)/g, " ");
  const numerals = words.match(NUMERAL) ?? [];
  for (const numeral of numerals) {
    const at = words.indexOf(numeral);
    assert.ok(held.has(numeral), `"${numeral}" is told and not held: …${words.slice(Math.max(0, at - 40), at + 30)}…`);
  }
  return numerals.length;
}
