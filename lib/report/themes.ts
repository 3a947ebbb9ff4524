import type { ThemesReport } from "../contracts/themes.ts";
import { plain } from "./markdown.ts";

/** `themes.json` of a run that asked nobody. */
export function themesSkipped(archetype: string, reason: string): ThemesReport {
  return { schema_version: "1.0", archetype, status: "skipped", reason };
}

/** `themes.md`. */
export function themesPage({ archetype, reason }: ThemesReport): string {
  return `# Themes of ${plain(archetype)}\n\n${plain(reason)}\n`;
}
