/** The "Data Health" section of `exec_summary.html`. */
import type { ExecSummary, SummaryGuardrail } from "../contracts/summary.ts";
import { quoteNames } from "./action_lines.ts";
import { eventLines } from "./health_page.ts";
import { element, fragment, type Html, type Node, prose, table } from "./html.ts";

export function dataHealth(summary: ExecSummary): Html {
  const { data_health: health } = summary;
  const failing = health.guardrails.filter(({ passed }) => passed === false).map(({ title }) => title);
  return element(
    "section",
    { "aria-labelledby": "health" },
    element("h2", { id: "health" }, "Data Health"),
    element(
      "div",
      { class: "columns" },
      element("div", {}, families(health), ...health.guardrails.map(guardrail)),
      element(
        "div",
        {},
        ...worstOffenders(health),
        ...(health.guardrails.length === 0 ? [] : [
          element(
            "p",
            {},
            element("strong", {}, "Failing guardrails"),
            `: ${failing.length === 0 ? "none" : failing.join(", ")}.`,
          ),
        ]),
        element("h3", {}, "Events of the whole period"),
        list([...eventLines(summary), ...health.notes.map(quoteNames)]),
      ),
    ),
  );
}

export function list(sentences: readonly string[]): Html {
  return element("ul", {}, ...sentences.map((line) => element("li", {}, prose(line))));
}

function families({ families }: ExecSummary["data_health"]): Html {
  return table({
    caption: "Checks against their targets",
    columns: [
      { head: "Check" },
      { head: "At most", number: true },
      { head: "Pass", number: true },
      { head: "Miss", number: true },
      { head: "Highest", number: true },
    ],
    rows: families.map(({ title, target, passed, failed, worst }) => [
      title,
      target.shown,
      passed.shown,
      missed(failed.value !== 0, failed.shown),
      worst === null ? "nothing to measure" : worst.value.shown,
    ]),
  });
}

function missed(bad: boolean, text: string): Node {
  return bad ? element("strong", { class: "bad" }, text) : text;
}

function worstOffenders({ worst_offenders }: ExecSummary["data_health"]): Html[] {
  if (worst_offenders.length === 0) return [];
  return [
    element("h3", {}, "Worst offenders"),
    element(
      "ol",
      {},
      ...worst_offenders.map(({ sentence, target }) =>
        element("li", {}, prose(sentence), ` (target: at most ${target.shown})`)
      ),
    ),
  ];
}

const VERDICT = new Map<boolean | null, Node>([
  [true, "pass"],
  [false, element("strong", { class: "bad" }, "fail")],
  [null, "not measured"],
]);

function guardrail({ title, checks }: SummaryGuardrail): Html {
  return table({
    caption: title,
    columns: [{ head: "Measure" }, { head: "Value", number: true }, { head: "Target", number: true }, {
      head: "Result",
    }],
    rows: checks.map(({ title, value, limit, kind, passed }) => [
      title,
      value.shown,
      fragment(kind === "max" ? "at most " : "at least ", limit.shown),
      VERDICT.get(passed)!,
    ]),
  });
}
