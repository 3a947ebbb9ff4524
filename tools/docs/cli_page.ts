/** `docs/cli.md`, from the parsers of the commands. */
import type { DocEntry, DocPage } from "@optique/core/doc";
import { formatMessage, type Message } from "@optique/core/message";
import { getDocPage } from "@optique/core/parser";
import { formatUsage, formatUsageTerm } from "@optique/core/usage";
import { commandLineParser } from "../../commands/mod.ts";
import { EXIT } from "../../lib/core/errors.ts";
import { code, GENERATED, page, table } from "./markdown.ts";

const ANY_WIDTH = { maxWidth: 1e6 };

const EXITS: Readonly<Record<keyof typeof EXIT, string>> = {
  done: "done",
  gateFailed: "a gate failed: `validate --strict`, `eval-labels`, `run-report --strict`, a mismatch in `explain`",
  badInput: "the input is wrong: a flag, the configuration, a missing or unreadable folder",
  badData: "data does not fit its schema or its manifest",
  internal: "a fault of dnr; the message names a run id and a log",
  interrupted: "interrupted; nothing unfinished is left behind",
};

function told(message: Message | undefined): string {
  return message === undefined ? "" : formatMessage(message, { quotes: false, ...ANY_WIDTH });
}

/** Words of a command with those of its only subcommand, if it has no other. */
function wordsOf(path: readonly string[], { usage }: DocPage): string[] {
  const names = (usage ?? []).flatMap((term) => term.type === "command" ? [term.name] : []);
  return names.length > path.length ? names : [...path];
}

/** Every command by its words and page, in the order of the help page. */
export function* commandPages(path: readonly string[] = []): Generator<readonly [words: string[], page: DocPage]> {
  const found = getDocPage(commandLineParser, path as string[])!;
  const below = found.sections.flatMap(({ entries }) => entries).flatMap(({ term }) =>
    term.type === "command" ? [term.name] : []
  );
  if (below.length === 0) yield [wordsOf(path, found), found];
  for (const name of below) yield* commandPages([...path, name]);
}

/** A usage line in lines of up to 100 characters, broken between its terms alone. */
export function usageLines(usage: string): string {
  const terms = usage.match(/\[[^\]]*\]|\([^)]*\)|--[\w-]+ [A-Z_]+|\S+/g) ?? [];
  const lines = [""];
  for (const term of terms) {
    const line = `${lines.at(-1)} ${term}`.trimStart();
    if (line.length > 100) lines.push(`    ${term}`);
    else lines[lines.length - 1] = lines.at(-1) === "" ? term : `${lines.at(-1)} ${term}`;
  }
  return lines.join("\n");
}

function optionRow({ term, description, choices }: DocEntry): string[] {
  const values = choices === undefined ? "" : ` One of ${told(choices)}.`;
  return [code(formatUsageTerm(term)), `${told(description)}${values}`];
}

const isGlobal = (title: string | undefined): boolean => title?.startsWith("Global") === true;

function commandSection(
  [words, { usage, brief, description, sections, footer }]: readonly [string[], DocPage],
): string {
  const options = sections.filter(({ title }) => !isGlobal(title)).flatMap(({ entries }) => entries);
  const [, ...examples] = told(footer).split("\n");
  return page(
    `## dnr ${words.join(" ")}`,
    told(description) || told(brief),
    ["```", usageLines(formatUsage("dnr", usage ?? [], ANY_WIDTH)), "```"].join("\n"),
    options.length === 0 ? "" : table(["option", "what it does"], options.map(optionRow)),
    examples.length === 0 ? "" : ["```sh", ...examples.map((line) => line.trim()), "```"].join("\n"),
  ).trimEnd();
}

/** The page's text. */
export function cliPage(): string {
  const all = [...commandPages()];
  const global = all[0]![1].sections.filter(({ title }) => isGlobal(title)).flatMap(({ entries }) => entries);
  const exits = Object.entries(EXIT) as [keyof typeof EXIT, number][];
  return page(
    "# The command line",
    GENERATED,
    "From a clone, `deno task dnr` stands for `dnr`. Results go to stdout, progress and messages to stderr; `--json` gives " +
      "the result as JSON; `NO_COLOR` and `--quiet` are obeyed. `dnr completions bash`, `zsh` or `fish` prints a script " +
      'that completes commands, flags and values: `eval "$(dnr completions bash)"` in the shell\'s start-up file.',
    "## Global options",
    "Before or after the command.",
    table(["option", "what it does"], global.map(optionRow)),
    "## Exit codes",
    table(["code", "meaning"], exits.map(([name, number]) => [String(number), EXITS[name]])),
    ...all.map(commandSection),
  );
}
