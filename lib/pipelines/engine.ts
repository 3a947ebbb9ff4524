import type { Context } from "../core/context.ts";
import { type Duck, openDuck } from "../infra/duck.ts";

/**
 * Memory of the engine where none is set. Reading a warehouse of evaluation scale needs half of the less; one ten times as
 * large turns to the disk, and would run out with 300 MB, for hash tables cannot be moved there. Generation sorts whole
 * tables, and is slower by a tenth with so little.
 */
const MEMORY = { generating: "700MB", reading: "500MB" } as const;

/**
 * Runs `use` with an engine that stops what it is doing on Ctrl-C.
 *
 * @param spill Folder that the engine may spill into, best inside a staged one; removed afterwards.
 */
export async function withEngine<T>(
  { resources: { threads, memoryLimit }, signal }: Context,
  spill: string,
  use: (duck: Duck) => Promise<T>,
  work: keyof typeof MEMORY = "reading",
): Promise<T> {
  try {
    await using duck = await openDuck({ threads, memoryLimit: memoryLimit ?? MEMORY[work], tempDir: spill });
    const stop = (): void => duck.interrupt();
    signal.addEventListener("abort", stop, { once: true });
    try {
      return await use(duck);
    } finally {
      signal.removeEventListener("abort", stop);
    }
  } finally {
    await Deno.remove(spill, { recursive: true }).catch(() => {});
  }
}
