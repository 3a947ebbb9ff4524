/** `runs/{run_id}/run.json`: where a report comes from. The one file that may hold the time of the clock. */
import { z } from "zod";

export const Run = z.strictObject({
  schema_version: z.literal("1.0"),
  /** First 16 hex digits of the SHA-256 of version, inputs and parameters: a rerun lands in the same place. */
  run_id: z.string().regex(/^[0-9a-f]{16}$/),
  command: z.string(),
  version: z.string(),
  archetype: z.string(),
  /** Input files by path, each with its SHA-256. */
  inputs: z.array(z.strictObject({ path: z.string(), sha256: z.string() })),
  parameters: z.record(z.string(), z.unknown()),
  /** ISO 8601 UTC, by the clock. */
  started_at: z.string(),
});
export type Run = z.infer<typeof Run>;
