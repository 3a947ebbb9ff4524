import type { Archetype } from "../contracts/archetype.ts";
import { openDuck } from "../infra/duck.ts";
import { ident, literal } from "../infra/sql.ts";

/**
 * Writes `warehouse.duckdb` into `folder`: a view for each table's Parquet file, named without a folder so that the
 * whole may be moved; it is opened from inside the folder, or after `SET file_search_path`.
 */
export async function writeViews(archetype: Archetype, folder: string): Promise<void> {
  await using duck = await openDuck({ path: `${folder}/warehouse.duckdb`, threads: 1 });
  await duck.run(`SET file_search_path = ${literal(folder)}`);
  for (const { name } of archetype.tables) {
    await duck.run(`CREATE VIEW ${ident(name)} AS SELECT * FROM read_parquet(${literal(`${name}.parquet`)})`);
  }
  await duck.run("CHECKPOINT");
}
