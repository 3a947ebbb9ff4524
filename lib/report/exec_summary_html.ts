import type { Theme } from "../contracts/demand.ts";
import type { ExecSummary, SummaryFigure } from "../contracts/summary.ts";
import { capitalised } from "../core/capitals.ts";
import { dateRange } from "../core/quantity.ts";
import { coverageVerdict, quoteNames } from "./action_lines.ts";
import { HIDDEN_SHOWN } from "./exec_summary_page.ts";
import css from "./exec_summary.css" with { type: "text" };
import { drawing, element, fragment, type Html, prose, styleSheet, table } from "./html.ts";
import { fixFirst } from "./html_actions.ts";
import { dataHealth, list } from "./html_health.ts";
import { PURPOSE_WORDS } from "./reading_summary.ts";
import { SOURCE_WORDS } from "./theme_words.ts";

/**
 * `exec_summary.html`: the page of `exec_summary.md` as one file that loads nothing and prints to two pages.
 *
 * @param drawings SVG of each figure of the summary, by its id.
 * @throws {RangeError} on a figure without a drawing.
 */
export function execSummaryHtml(summary: ExecSummary, drawings: ReadonlyMap<string, string>): string {
  const { title, window } = summary;
  const heading = `${title}: data report, ${dateRange(window.from, window.to)}`;
  const page = element(
    "html",
    { lang: "en" },
    element(
      "head",
      {},
      element("meta", { charset: "utf-8" }),
      element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      element("title", {}, heading),
      styleSheet(css),
    ),
    element(
      "body",
      {},
      element(
        "header",
        { class: "top" },
        element("h1", {}, heading),
        element("p", { class: "headline" }, prose(summary.headline)),
        ...(summary.themes.status === "skipped"
          ? []
          : [element("p", { class: "small" }, prose(summary.themes.reason))]),
        ...(summary.limits.length === 0 ? [] : [
          element("aside", { class: "limits", "aria-label": "Limits" }, list(summary.limits.map(quoteNames))),
        ]),
      ),
      element(
        "main",
        {},
        fixFirst(summary),
        ...considered(summary),
        element("div", { class: "beside" }, printed(summary, drawings), element("div", {}, ...sideTables(summary))),
        dataHealth(summary),
        ...further(summary, drawings),
      ),
      foot(summary),
    ),
  );
  return `<!doctype html>\n${page.markup}\n`;
}

/** The figure of data health that shows what a theme speaks of. */
const FIGURE_OF: Readonly<Partial<Record<Theme, string>>> = {
  join_keys_orphans: "orphans",
  freshness_ingest_lag: "ingest_lag",
  duplicates_dedup: "duplicates",
  revenue_coverage_mapping: "key_nulls",
};
/** Figures for which two pages of paper have room. */
const PRINTED = 2;

/** Demand first, then what the actions speak of, then the others. */
function ordered({ figures, actions }: ExecSummary): SummaryFigure[] {
  const first = ["theme_demand", ...actions.map(({ theme }) => FIGURE_OF[theme])];
  const place = ({ id }: SummaryFigure): number => (first.indexOf(id) + first.length + 1) % (first.length + 1);
  return figures.toSorted((a, b) => place(a) - place(b));
}

function figure({ id, alt }: SummaryFigure, drawings: ReadonlyMap<string, string>): Html {
  const svg = drawings.get(id);
  if (svg === undefined) throw new RangeError(`a figure needs its drawing: ${id}`);
  return element("figure", { "aria-label": alt }, drawing({ svg }));
}

function printed(summary: ExecSummary, drawings: ReadonlyMap<string, string>): Html {
  return element("div", {}, ...ordered(summary).slice(0, PRINTED).map((one) => figure(one, drawings)));
}

function further(summary: ExecSummary, drawings: ReadonlyMap<string, string>): Html[] {
  const others = ordered(summary).slice(PRINTED);
  if (others.length === 0) return [];
  return [
    element(
      "section",
      { class: "screen", "aria-labelledby": "further" },
      element("h2", { id: "further" }, "Further figures"),
      element("div", { class: "columns" }, ...others.map((one) => figure(one, drawings))),
    ),
  ];
}

function sideTables({ kpis, window, coverage, budget }: ExecSummary): Html[] {
  return [
    ...(kpis.length === 0 ? [] : [table({
      caption: "Key figures",
      columns: [{ head: dateRange(window.from, window.to) }, { head: "Value", number: true }, {
        head: "Change",
        number: true,
      }],
      rows: kpis.map(({ title, value, change }) => [title, value.shown, change.shown]),
    })]),
    ...(coverage.length === 0 ? [] : [
      table({
        caption: "Coverage, whole history",
        columns: [{ head: "Source" }, { head: "Answered", number: true }, { head: "Of worth reading", number: true }, {
          head: "Floor",
          number: true,
        }, { head: "Verdict" }],
        rows: coverage.map((own) => [
          capitalised(SOURCE_WORDS[own.source]),
          own.facts.answered.shown,
          own.facts.of_eligible.shown,
          own.facts.floor.shown,
          coverageVerdict(own),
        ]),
      }),
      table({
        caption: "Cost",
        columns: [{ head: "Purpose" }, { head: "Spent", number: true }, { head: "Cap", number: true }, {
          head: "Ended",
        }],
        rows: budget.map(({ purpose, facts, stopped }) => [
          PURPOSE_WORDS[purpose],
          facts.actual.shown,
          facts.cap.shown,
          stopped ?? "finished",
        ]),
      }),
    ]),
  ];
}

function considered({ hidden_actions }: ExecSummary): Html[] {
  if (hidden_actions.length === 0) return [];
  return [
    element(
      "section",
      { class: "considered", "aria-labelledby": "considered" },
      element("h2", { id: "considered" }, "Considered and not shown"),
      table({
        columns: [
          { head: "Gap" },
          { head: "Score", number: true },
          { head: "Confidence", number: true },
          { head: "Why not" },
        ],
        rows: hidden_actions.slice(0, HIDDEN_SHOWN).map(({ title, facts, detail }) => [
          prose(title),
          facts.score.shown,
          facts.confidence.shown,
          detail,
        ]),
      }),
    ),
  ];
}

function foot({ notes, tz, run_id, actions }: ExecSummary): Html {
  const check = actions.length === 0
    ? ""
    : "How to check: `dnr explain --report DIR --action N` runs the SQL behind each figure of action N again and says " +
      "whether it still holds. ";
  return element(
    "footer",
    {},
    ...(notes.length === 0 ? [] : [list(notes.map(quoteNames))]),
    element(
      "p",
      {},
      fragment(
        prose(check),
        `Days are local to ${tz}. `,
        prose(`Each number stands in \`exec_summary.json\` with its place; run \`${run_id}\`.`),
      ),
    ),
  );
}
