/** Generated warehouses for tests, each in a folder of its own. */
import type { Archetype } from "../../lib/contracts/archetype.ts";
import { genWarehouse, type GenWarehouseOptions } from "../../lib/pipelines/gen_warehouse.ts";
import { generation, quietContext } from "../../tools/standard_world.ts";

/** A company of `fast` scale in a new folder; `data` and `meta` below it. */
export async function generated(
  archetype: Archetype,
  options: Partial<GenWarehouseOptions> & { readonly threads?: number } = {},
): Promise<{ root: string; data: string; meta: string } & AsyncDisposable> {
  const { threads, ...choices } = options;
  const root = await Deno.makeTempDir({ prefix: "dnr-test-" });
  const { out, meta } = await genWarehouse(quietContext(root, threads), generation(archetype, root, choices));
  return {
    root,
    data: out,
    meta: meta ?? `${root}/meta`,
    [Symbol.asyncDispose]: () => Deno.remove(root, { recursive: true }),
  };
}
