/** From arguments to an exit code: parse, load the configuration, run one command, print what came of it. */
import { runParser } from "@optique/core/facade";
import { formatMessage, message } from "@optique/core/message";
import type { InferValue } from "@optique/core/parser";
import type { Usage } from "@optique/core/usage";
import { loadConfig } from "../lib/config/load.ts";
import type { Entry } from "../lib/config/sources.ts";
import { EXIT, UserError } from "../lib/core/errors.ts";
import { printable } from "../lib/core/format.ts";
import { createLog } from "../lib/infra/log.ts";
import { createProgress } from "../lib/infra/progress.ts";
import { createTerminal, type Terminal } from "../lib/infra/terminal.ts";
import { reportFailure, runIdOf } from "./failure.ts";
import { commandLineParser } from "./mod.ts";
import type { Outcome } from "./session.ts";

/** All that dispatch may touch outside; built by `main.ts`, replaced by tests. */
export interface World {
  readonly version: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Whether stderr is a terminal, and how wide. */
  readonly isTerminal: boolean;
  readonly columns: number;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** Runs one command line; never throws. */
export async function dispatch(args: readonly string[], world: World): Promise<number> {
  const terminal = createTerminal({
    write: world.stderr,
    isTerminal: world.isTerminal,
    columns: world.columns,
    noColor: world.env.NO_COLOR,
  });
  let debug = false;
  try {
    const parsed = parse(args, world, terminal);
    if (parsed === undefined) return EXIT.done;
    debug = parsed.logLevel === "debug";
    const outcome = await runCommand(parsed, args, world, terminal);
    world.stdout(parsed.json ? asJson(outcome) : asText(outcome));
    return outcome.exitCode ?? EXIT.done;
  } catch (error) {
    return await reportFailure(error, { args, world, terminal, debug });
  }
}

type Parsed = InferValue<typeof commandLineParser>;

async function runCommand(
  parsed: Parsed,
  args: readonly string[],
  world: World,
  terminal: Terminal,
): Promise<Outcome> {
  const { quiet = false, logLevel, logFormat = "text", noLlm = false } = parsed;
  const runId = runIdOf(args, world.version);
  const log = createLog(terminal, { level: logLevel ?? (quiet ? "warning" : "info"), format: logFormat, runId });
  const flags: (Entry | undefined)[] = Object.values({ ...parsed.globalSettings, ...parsed.settings }).flat();
  const ownConfig = "ownConfig" in parsed;
  const { config, sources } = await loadConfig({
    file: ownConfig ? undefined : parsed.config,
    cwd: world.cwd,
    env: world.env,
    flags: flags.filter((entry) => entry !== undefined),
  });
  const { threads, memory_limit } = config.resources;
  const resources = { threads: threads ?? undefined, memoryLimit: memory_limit ?? undefined };
  const progress = createProgress(terminal, { quiet, log: log.info, signal: world.signal });
  try {
    const { version, cwd, signal } = world;
    const context = { version, cwd, signal, progress, resources };
    return await parsed.run({ context, config, sources, noLlm, configFile: ownConfig ? parsed.config : undefined });
  } finally {
    progress.end();
  }
}

const USAGE: Usage = [
  { type: "argument", metavar: "COMMAND" },
  { type: "optional", terms: [{ type: "literal", value: "OPTIONS" }] },
];

/** The command line, or undefined after a help page. */
function parse(args: readonly string[], world: World, terminal: Terminal): Parsed | undefined {
  return runParser(commandLineParser, "dnr", args.length === 0 ? ["--help"] : args, {
    help: { option: true, onShow: () => undefined },
    version: { option: true, value: world.version, onShow: () => undefined },
    completion: { command: { names: ["completions"] }, onShow: () => undefined },
    // A shell parts suggestions by delimiters of its own; all else is lines.
    stdout: (text) => world.stdout(args[0] === "completions" ? text : `${text}\n`),
    stderr: () => {},
    aboveError: "none",
    onError: (_code, error) => {
      throw usageError(formatMessage(error, { quotes: true }), args);
    },
    maxWidth: Math.max(terminal.columns, 80),
    showChoices: true,
    commandList: "top-level",
    usageLine: USAGE,
    brief: message`dnr, the Data-Needs Reporter: which data gaps to fix first, and why.`,
    footer: message`More on one command: dnr COMMAND --help`,
  }) as Parsed | undefined;
}

/** The parser's sentence as an error of ours; its suggestion, where it helps, as the hint. */
function usageError(text: string, args: readonly string[]): UserError {
  const [sentence, ...more] = text.split("\n");
  const suggestion = more.join(" ").trim();
  const name = args.find((arg) => !arg.startsWith("-"));
  const known = name !== undefined && !sentence!.includes(`"${name}"`);
  // A flag of another command is "suggested" as itself.
  const itself = /`(.+)`/.exec(suggestion)?.[1];
  const helps = suggestion !== "" && !sentence!.includes(`"${itself}"`);
  return new UserError(`wrong command line: ${sentence}`, {
    hint: helps ? suggestion : known ? `dnr ${name} --help lists the options` : "dnr --help lists the commands",
  });
}

function asJson({ result, wrote, next }: Outcome): string {
  return `${JSON.stringify({ ...result, wrote, next: next ?? null }, null, 2)}\n`;
}

function asText({ summary, wrote, next }: Outcome): string {
  const lines = [
    ...summary,
    ...wrote.map((path) => `wrote ${path}`),
    ...(next === undefined ? [] : [`next: ${next}`]),
  ];
  return lines.flatMap((line) => line.split("\n")).map((line) => `${printable(line)}\n`).join("");
}
