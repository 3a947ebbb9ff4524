/** `manifest.json` of a generated or adopted folder. */
import { z } from "zod";

export const FileEntry = z.strictObject({
  path: z.string(),
  bytes: z.int(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Parquet files only. */
  rows: z.int().optional(),
});
export type FileEntry = z.infer<typeof FileEntry>;

export const Manifest = z.strictObject({
  schema_version: z.literal("1.0"),
  kind: z.enum(["warehouse", "comms", "pack"]),
  archetype: z.string(),
  /** Version of dnr that wrote the folder. */
  version: z.string(),
  /** True when the files were made elsewhere and taken in with `dnr adopt`. */
  adopted: z.boolean(),
  seed: z.int().nullable(),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  files: z.array(FileEntry),
});
export type Manifest = z.infer<typeof Manifest>;
