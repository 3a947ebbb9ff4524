import { join } from "node:path";
import { Ledger } from "../contracts/ledger.ts";
import type { Manifest } from "../contracts/manifest.ts";
import { EXIT, UserError } from "../core/errors.ts";
import { countDefectRows } from "../gates/defect_rows.ts";
import { type Gathered, Missing } from "../gates/gate.ts";
import type { Duck } from "../infra/duck.ts";
import { textIfThere } from "../infra/json_file.ts";
import { readable } from "../infra/parquet.ts";

const LEDGER_FILE = "defects.json";

/**
 * The ledger of a warehouse, with the counts of the rows that it lists; missing where the folder has none.
 *
 * @param named The folder as the user names it.
 * @throws {UserError} where the ledger is another warehouse's (exit 2) or malformed (exit 3).
 */
export async function readLedger(
  duck: Duck,
  folder: string,
  named: string,
  manifest: Manifest,
): Promise<Pick<Gathered, "ledger" | "defectRows">> {
  const path = join(folder, LEDGER_FILE);
  const ledger = manifest.adopted ? undefined : await ledgerIn(folder);
  if (ledger === undefined) {
    const missing = new Missing(
      manifest.adopted ? "nothing was planted in files made elsewhere" : `no ledger in ${named}`,
    );
    return { ledger: missing, defectRows: missing };
  }
  if (ledger.archetype !== manifest.archetype || ledger.seed !== manifest.seed) {
    throw new UserError(
      `the ledger is another warehouse's: ${path} tells of ${ledger.archetype} with seed ${ledger.seed}, ` +
        `wanted ${manifest.archetype} with seed ${manifest.seed}`,
      { hint: "name the folder that was written beside the warehouse: --meta DIR" },
    );
  }
  const rows = join(folder, "defect_rows.parquet");
  return { ledger, defectRows: await readable(rows, () => countDefectRows(duck, rows)) };
}

/**
 * The ledger of the warehouse of `archetype` that lies in a folder; undefined where there is none.
 *
 * @throws {UserError} where the ledger is another company's (exit 2) or malformed (exit 3).
 */
export async function ledgerOf(folder: string, archetype: string): Promise<Ledger | undefined> {
  const ledger = await ledgerIn(folder);
  if (ledger === undefined || ledger.archetype === archetype) return ledger;
  const path = join(folder, LEDGER_FILE);
  throw new UserError(`the ledger is another company's: ${path} tells of ${ledger.archetype}, wanted ${archetype}`, {
    hint: "name the folder that was written beside the warehouse: --meta DIR",
  });
}

async function ledgerIn(folder: string): Promise<Ledger | undefined> {
  const path = join(folder, LEDGER_FILE);
  const text = await textIfThere(path);
  return text === undefined ? undefined : parseLedger(path, text);
}

/** @throws {UserError} (exit 3) on a malformed ledger. */
export function parseLedger(path: string, text: string): Ledger {
  try {
    return Ledger.parse(JSON.parse(text));
  } catch (cause) {
    throw new UserError(`malformed ledger ${path}: it does not fit schemas/defects.schema.json`, {
      exitCode: EXIT.badData,
      hint: "generate the warehouse again",
      cause,
    });
  }
}
