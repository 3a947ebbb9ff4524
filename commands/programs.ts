/** The programs that this one also is, under names of their own: a link to the binary, or the name as first argument. */

const COMMAND_OF: ReadonlyMap<string, string> = new Map([["datagap-synth", "pack"], ["datagap-report", "gaps"]]);

export interface Program {
  /** Arguments of dnr. */
  readonly args: readonly string[];
  /** What dnr says, as these programs say it: `datagap-synth gen` for `dnr pack gen`. */
  say(text: string): string;
}

/**
 * @param calledAs The path or name that the process was started by.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const synth = programOf("/usr/bin/datagap-synth", ["gen", "--seed", "7"]);
 * assert.deepEqual(synth.args, ["pack", "gen", "--seed", "7"]);
 * assert.equal(synth.say("next: dnr pack list"), "next: datagap-synth list");
 * assert.deepEqual(programOf("deno", ["datagap-report"]).args, ["gaps", "--help"]);
 * assert.deepEqual(programOf("dnr", ["plan"]).args, ["plan"]);
 * ```
 */
export function programOf(calledAs: string, args: readonly string[]): Program {
  const link = calledAs.split(/[\\/]/).at(-1)!.replace(/\.exe$/, "");
  const [name, given] = COMMAND_OF.has(link) ? [link, args] : [args[0] ?? "", args.slice(1)];
  const command = COMMAND_OF.get(name);
  if (command === undefined) return { args, say: (text) => text };
  return {
    args: given[0] === "--version" ? given : [command, ...(given.length === 0 ? ["--help"] : given)],
    say: (text) =>
      [...COMMAND_OF].reduce((said, [other, as]) => said.replaceAll(`dnr ${as}`, other), text)
        .replaceAll("dnr COMMAND", `${name} COMMAND`),
  };
}
