import { join } from "node:path";
import { Budget } from "../contracts/budget.ts";
import { SOURCES } from "../contracts/demand.ts";
import { entityPredictions, predictionTables } from "../contracts/predictions.ts";
import type { Context } from "../core/context.ts";
import { stageFolder, writeJson } from "../infra/files.ts";
import { writeRows } from "../infra/row_table.ts";
import { withEngine } from "./engine.ts";
import type { Language } from "./language.ts";

/** Writes `preds/` of a run as one folder, then its `budget.json`. */
export async function writePredictions(
  context: Context,
  runDir: string,
  { predictions, entities, budget }: Language,
): Promise<void> {
  await using staging = await stageFolder(join(runDir, "preds"));
  await withEngine(context, join(staging.dir, ".spill"), async (duck) => {
    for (const source of SOURCES) {
      const path = join(staging.dir, `${source}.parquet`);
      await writeRows(duck, path, predictionTables[source], predictions.filter((row) => row.source === source));
    }
    await writeRows(duck, join(staging.dir, "entities.parquet"), entityPredictions, entities);
  });
  await staging.commit();
  await writeJson(join(runDir, "budget.json"), Budget, budget);
}
