/** `dnr gaps eval`: a report held against the oracle of its pack. */
import { join, resolve } from "node:path";
import { z } from "zod";
import { Backlog, GapsEvaluation } from "../contracts/backlog.ts";
import { PackOracle } from "../contracts/pack.ts";
import type { Context } from "../core/context.ts";
import { EXIT, UserError } from "../core/errors.ts";
import { gapScores } from "../evaluate/gap_scores.ts";
import { writeJson } from "../infra/files.ts";
import { readGapRecords, readGapsFile } from "./gaps_folder.ts";

export interface GapsEvalOptions {
  /** The report, and the oracle's file. */
  readonly out: string;
  readonly oracle: string;
  /** File that the evaluation is written to; null: none. */
  readonly write: string | null;
}

/** @throws {UserError} where a file is missing, or the oracle is another pack's (exit 2), or one does not fit (exit 3). */
export async function gapsEval({ cwd }: Pick<Context, "cwd">, options: GapsEvalOptions): Promise<GapsEvaluation> {
  const dir = resolve(cwd, options.out);
  const { pack_id } = await readGapsFile(dir, "backlog.json", Backlog);
  const oracle = await readOracle(resolve(cwd, options.oracle), options.oracle);
  if (oracle.pack_id !== pack_id) {
    throw new UserError(
      `the oracle is another pack's: ${options.oracle} tells of ${oracle.pack_id}, wanted ${pack_id}`,
      {
        hint: "name the file that was written beside the pack: PACK.oracle.json",
      },
    );
  }
  const evaluation: GapsEvaluation = { schema_version: "1.0", ...gapScores(oracle, await readGapRecords(dir)) };
  if (options.write !== null) await writeJson(join(resolve(cwd, options.write)), GapsEvaluation, evaluation);
  return evaluation;
}

async function readOracle(path: string, named: string): Promise<PackOracle> {
  const text = await Deno.readTextFile(path).catch((cause) => {
    const why = cause instanceof Deno.errors.NotFound ? "there is none" : (cause as Error).message;
    throw new UserError(`cannot read the oracle ${named}: ${why}`, {
      hint: "dnr pack gen writes it beside the pack: PACK.oracle.json",
      cause,
    });
  });
  try {
    return PackOracle.parse(JSON.parse(text));
  } catch (cause) {
    const where = cause instanceof z.ZodError ? cause.issues[0]!.path.join(".") : "its syntax";
    throw new UserError(`the oracle ${named} does not fit its schema: look at ${where}`, {
      exitCode: EXIT.badData,
      cause,
    });
  }
}
