/**
 * Writes the pages of `docs/` that follow from the program. A test fails when one is stale.
 *
 * Run as `deno task docs`.
 */
import { join } from "node:path";
import { cliPage } from "./cli_page.ts";
import { configurationPage } from "./configuration_page.ts";
import { formatsPage } from "./formats_page.ts";

/** Text of every generated page by its name. */
export function pages(): ReadonlyMap<string, string> {
  return new Map([["cli.md", cliPage()], ["configuration.md", configurationPage()], ["formats.md", formatsPage()]]);
}

if (import.meta.main) {
  const folder = join(import.meta.dirname!, "..", "..", "docs");
  for (const [name, text] of pages()) await Deno.writeTextFile(join(folder, name), text);
}
