/** `themes.json`: what people ask for, by theme. */
import { z } from "zod";

export const ThemesReport = z.strictObject({
  schema_version: z.literal("1.0"),
  archetype: z.string(),
  status: z.literal("skipped"),
  reason: z.string(),
});
export type ThemesReport = z.infer<typeof ThemesReport>;
