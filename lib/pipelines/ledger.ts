import { join } from "node:path";
import { Ledger } from "../contracts/ledger.ts";
import type { Manifest } from "../contracts/manifest.ts";
import { EXIT, UserError } from "../core/errors.ts";
import { countDefectRows } from "../gates/defect_rows.ts";
import { type Gathered, Missing } from "../gates/gate.ts";
import type { Duck } from "../infra/duck.ts";
import { readable } from "../infra/parquet.ts";

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
  const path = join(folder, "defects.json");
  const text = await Deno.readTextFile(path).catch((error) => {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  });
  if (manifest.adopted || text === undefined) {
    const missing = new Missing(
      manifest.adopted ? "nothing was planted in files made elsewhere" : `no ledger in ${named}`,
    );
    return { ledger: missing, defectRows: missing };
  }
  const ledger = parseLedger(path, text);
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
