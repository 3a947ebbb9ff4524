/** What the options of commands are made of. A flag of a setting becomes an entry of the configuration. */
import { object } from "@optique/core/constructs";
import { lineBreak, type Message, message, text } from "@optique/core/message";
import { map, optional } from "@optique/core/modifiers";
import type { InferValue, Parser } from "@optique/core/parser";
import { option, type OptionOptions } from "@optique/core/primitives";
import { choice, string, type ValueParser } from "@optique/core/valueparser";
import { archetypes } from "../lib/archetypes/mod.ts";
import type { Entry } from "../lib/config/sources.ts";
import type { Action, Session } from "./session.ts";

/** A flag that sets the configuration's `path`; its zod model judges the value and names the flag where it is wrong. */
export function setting<T>(
  name: `--${string}`,
  path: string,
  value: ValueParser<"sync", T>,
  options: OptionOptions,
): Parser<"sync", Entry | undefined, unknown> {
  const entry = (given: T): Entry => ({ path, value: given, source: { kind: "flag", name } });
  return optional(map(option(name, value, options), entry));
}

/** A flag that sets several settings alike. */
export function settings<T>(
  name: `--${string}`,
  paths: readonly string[],
  value: ValueParser<"sync", T>,
  options: OptionOptions,
): Parser<"sync", readonly Entry[] | undefined, unknown> {
  const entries = (given: T): readonly Entry[] =>
    paths.map((path) => ({ path, value: given, source: { kind: "flag", name } }));
  return optional(map(option(name, value, options), entries));
}

/** The options of one command: its settings, and those that its action alone reads. */
export function commandOptions<S extends Parser<"sync", unknown, unknown>, O extends Parser<"sync", unknown, unknown>>(
  settings: S,
  options: O,
  run: (session: Session, options: InferValue<O>) => ReturnType<Action>,
): Parser<"sync", { settings: InferValue<S>; run: Action }, unknown> {
  const action = map(options, (given): Action => (session) => run(session, given as InferValue<O>));
  return object("Options", { settings, run: action }) as never;
}

/** The end of a help page; lines of up to 76 characters stay whole on a terminal of 80 columns. */
export function examples(...commands: readonly string[]): Message {
  return [text("Examples:"), ...commands.flatMap((line) => [lineBreak(), text(`  ${line}`)])];
}

export const archetypeId = choice(archetypes.map((archetype) => archetype.id), { metavar: "ARCHETYPE" });

export const folder = string({
  metavar: "DIR",
  pattern: /./,
  placeholder: "DIR",
  errors: { patternMismatch: message`Expected a folder, but got an empty name.` },
});
