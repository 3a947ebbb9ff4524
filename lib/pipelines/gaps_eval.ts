/** `dnr gaps eval`: a report held against the oracle of its pack. */
import { resolve } from "node:path";
import { Backlog, GapsEvaluation } from "../contracts/backlog.ts";
import { PackOracle } from "../contracts/pack.ts";
import type { Context } from "../core/context.ts";
import { UserError } from "../core/errors.ts";
import { gapScores } from "../evaluate/gap_scores.ts";
import { writeJson } from "../infra/files.ts";
import { readJson } from "../infra/json_file.ts";
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
  const { pack_id, backlog } = await readGapsFile(dir, "backlog.json", Backlog);
  const oracle = await readJson(resolve(cwd, options.oracle), PackOracle, {
    named: `the oracle ${options.oracle}`,
    hint: "dnr pack gen writes it beside the pack: PACK.oracle.json",
  });
  if (oracle.pack_id !== pack_id) {
    throw new UserError(
      `the oracle is another pack's: ${options.oracle} tells of ${oracle.pack_id}, wanted ${pack_id}`,
      {
        hint: "name the file that was written beside the pack: PACK.oracle.json",
      },
    );
  }
  const evaluation: GapsEvaluation = {
    schema_version: "1.0",
    ...gapScores(oracle, await readGapRecords(dir), backlog),
  };
  if (options.write !== null) await writeJson(resolve(cwd, options.write), GapsEvaluation, evaluation);
  return evaluation;
}
