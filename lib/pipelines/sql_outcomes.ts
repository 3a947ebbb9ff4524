import type { SqlOutcome } from "../comms/rows.ts";
import type { Context } from "../core/context.ts";
import type { GenCommsOptions } from "./gen_comms.ts";

/** What becomes of each statement; null where they are left alone. */
export function sqlOutcomes(
  _context: Context,
  { statements }: GenCommsOptions,
  _sql: readonly string[],
): Promise<readonly SqlOutcome[] | null> {
  if (statements === "left") return Promise.resolve(null);
  throw new RangeError("jail");
}
