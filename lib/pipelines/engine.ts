import type { Context } from "../core/context.ts";
import { type Duck, openDuck } from "../infra/duck.ts";

/**
 * Runs `use` with an engine that stops what it is doing on Ctrl-C.
 *
 * @param spill Folder that the engine may spill into, best inside a staged one; removed afterwards.
 */
export async function withEngine<T>(context: Context, spill: string, use: (duck: Duck) => Promise<T>): Promise<T> {
  try {
    await using duck = await openDuck({ ...context.resources, tempDir: spill });
    const stop = (): void => duck.interrupt();
    context.signal.addEventListener("abort", stop, { once: true });
    try {
      return await use(duck);
    } finally {
      context.signal.removeEventListener("abort", stop);
    }
  } finally {
    await Deno.remove(spill, { recursive: true }).catch(() => {});
  }
}
