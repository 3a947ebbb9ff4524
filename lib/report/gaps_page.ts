/** `summary.md` of a gaps report: one page for the head of a data team. */
import { type Backlog, type BacklogItem, type Cluster, type GapsBudget, UNSURE_BELOW } from "../contracts/backlog.ts";
import { SOURCES } from "../contracts/demand.ts";
import { dateRange, percent, plural } from "../core/quantity.ts";
import { excerpt } from "./excerpt.ts";
import { code, image, plain, table } from "./markdown.ts";

/** Gaps told in full, listed in the table, and clusters listed. */
const FIRST = 3;
const LISTED = 15;
const CLUSTERS = 8;
const UNSURE = 5;

const SOURCE_NAMES = {
  slack: ["Slack thread", "Slack threads"],
  email: ["e-mail thread", "e-mail threads"],
  nlq: ["query", "queries"],
} as const;

/** Characters of what is told in a line; names of what is missing are as long as those who miss it make them. */
const LINE = 600;
const ALT = 3_000;
const line = (text: string): string => plain(excerpt(text, LINE));

const share = (value: number): string => percent(100 * value);

function whoAsks({ by_source, people }: BacklogItem): string {
  const asks = SOURCES.flatMap((source) => {
    const [one, many] = SOURCE_NAMES[source];
    return by_source[source] === 0 ? [] : [plural(by_source[source], one, many)];
  });
  return `${plural(people, "person", "people")} in ${asks.join(", ")}`;
}

function told(item: BacklogItem): string {
  const { rank, title, recommendation, first_ts, last_ts, facts, examples, score, severity, frequency, confidence } =
    item;
  return [
    `### ${rank}. ${line(title)}`,
    `${line(recommendation)}`,
    `**Who asks:** ${whoAsks(item)}, ${dateRange(first_ts.slice(0, 10), last_ts.slice(0, 10))}.`,
    ...(facts.length === 0 ? [] : [`**The catalog says:** ${facts.map(({ detail }) => line(detail)).join("; ")}.`]),
    examples.map(({ source, id, text }) => `> ${plain(excerpt(text))} (${SOURCE_NAMES[source][0]} ${code(id)})`).join(
      "\n>\n",
    ),
    `Score ${score.toFixed(2)} = severity ${severity.toFixed(2)} × frequency ${frequency.toFixed(2)}; confidence ${
      share(confidence)
    }. ${code(item.id)}`,
  ].join("\n\n");
}

function backlogRow({ rank, title, asks, people, score, confidence, id }: BacklogItem): string[] {
  const sure = confidence < UNSURE_BELOW ? `${share(confidence)} (unsure)` : share(confidence);
  return [String(rank), line(title), String(asks), String(people), score.toFixed(2), sure, code(id)];
}

function unsureOf({ backlog }: Backlog): string {
  const unsure = backlog.filter(({ confidence }) => confidence < UNSURE_BELOW);
  if (unsure.length === 0) return `No gap of the backlog has a confidence below ${share(UNSURE_BELOW)}.`;
  const named = unsure.slice(0, UNSURE).map(({ title, confidence, asks }) =>
    `- ${line(title)}: confidence ${share(confidence)}, ${plural(asks, "ask")}`
  );
  const head =
    `${plural(unsure.length, "gap")} of ${backlog.length} ${unsure.length === 1 ? "has" : "have"} a confidence ` +
    `below ${share(UNSURE_BELOW)}: read what is behind them before anything is built.`;
  const more = unsure.length > UNSURE ? [`- and ${unsure.length - UNSURE} more in \`backlog.json\``] : [];
  return [head, "", ...named, ...more].join("\n");
}

/** @param clusters The largest first. */
export function gapsPage(report: Backlog, clusters: readonly Cluster[], budget: GapsBudget): string {
  const { counts, backlog, window, reader, figures, notes, pack_id } = report;
  const first = backlog.slice(0, FIRST);
  const headline = first.length === 0
    ? `None of ${plural(counts.items, "item")} meets a gap in the data.`
    : `${plural(counts.gaps, "item")} of ${counts.items} (${
      share(counts.gaps / counts.items)
    }) meet a gap in the data: ` +
      `${plural(backlog.length, "gap")}, the first ${first.length === 1 ? "one is" : `${first.length} are`} ` +
      `${first.map(({ title }) => `**${line(title)}**`).join("; ")}.`;
  const spent = budget.spend.reduce((sum, { actual_usd, reserved_usd }) => sum + actual_usd + reserved_usd, 0);
  const fallen = Object.entries(budget.outcomes).reduce((sum, [status, n]) => status === "ok" ? sum : sum + n, 0);
  const read = reader.provider === "local"
    ? `Read by the embedded model ${code(reader.model)}, without any request.`
    : `Read by ${code(reader.model)} (${plural(budget.asked, "item")} asked, $${spent.toFixed(4)} spent); ` +
      `${plural(fallen, "item")} without a valid answer ${fallen === 1 ? "was" : "were"} read by the embedded model.`;
  const parts = [
    "# Data gaps",
    headline,
    `${dateRange(window.from.slice(0, 10), window.to.slice(0, 10))}, pack ${code(pack_id)}. ${read}`,
    ...(first.length === 0 ? [] : ["## Fix first", ...first.map(told)]),
    ...(backlog.length === 0 ? [] : [
      "## Backlog",
      table(["#:", "gap", "asks:", "people:", "score:", "confidence:", "id"], backlog.slice(0, LISTED).map(backlogRow)),
      ...(backlog.length > LISTED ? [`The other ${backlog.length - LISTED} are in \`backlog.json\`.`] : []),
    ]),
    ...figures.map(({ alt, png }) => image(excerpt(alt, ALT), png)),
    "## What is unsure",
    unsureOf(report),
    ...(clusters.length === 0 ? [] : [
      "## What people say",
      clusters.slice(0, CLUSTERS).map(({ title, summary, items }) =>
        `- **${line(title)}** (${plural(items.length, "item")}): ${line(summary)}`
      ).join("\n"),
    ]),
    ...(notes.length === 0 ? [] : ["## Notes", notes.map((note) => `- ${line(note)}`).join("\n")]),
    "How each figure is computed: docs/gaps.md. Every item is a line of `gaps.jsonl` by its id.",
  ];
  return `${parts.join("\n\n")}\n`;
}
