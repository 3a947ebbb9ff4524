/** `themes.md`, and `themes.json` of a run that asked nobody. */
import { SOURCES } from "../contracts/demand.ts";
import type { DemandShare, ThemesLabelled, ThemesReport } from "../contracts/themes.ts";
import { count, dateRange, percent } from "../core/quantity.ts";
import { plain, prose, table } from "./markdown.ts";
import { SOURCE_WORDS, THEME_WORDS } from "./theme_words.ts";

/** Weeks that the page shows; `themes.json` holds them all. */
const WEEKS_SHOWN = 8;

/** `themes.json` of a run that asked nobody. */
export function themesSkipped(archetype: string, reason: string): ThemesReport {
  return { schema_version: "1.0", archetype, status: "skipped", reason };
}

/** `themes.md`. */
export function themesPage(report: ThemesReport): string {
  const title = `# Themes of ${plain(report.archetype)}`;
  if (report.status === "skipped") return `${title}\n\n${plain(report.reason)}\n`;
  const { window, sources } = report;
  return [
    `${title}: what people ask of their data, ${dateRange(window.from, window.to)}`,
    prose(labelledBy(report)),
    "## Demand by theme",
    themeTable(report),
    "Shares are of all needs, over the sources by their weight; between brackets, the 95% interval of what sampling " +
    "leaves open (none where every item was read). Solved, open and untold count the needs that were read.",
    "## Sources",
    table(["", "Weight:", "Worth reading:", "Read:", "Needs:"], [
      ...sources.map(({ source, weight, eligible, answered, needs }) => [
        SOURCE_WORDS[source],
        percent(100 * weight),
        ...[eligible, answered, needs].map(count),
      ]),
    ]),
    `## The last ${WEEKS_SHOWN} weeks`,
    weekTable(report),
    ...(report.notes.length === 0 ? [] : ["## Notes", report.notes.map((note) => `- ${plain(note)}`).join("\n")]),
  ].join("\n\n") + "\n";
}

/** Who put the labels on what; the model's name stands between backquotes. */
export function labelledBy(
  { provider, model, sources }: Pick<ThemesLabelled, "provider" | "model" | "sources">,
): string {
  const read = sources.map(({ source, answered }) => `${count(answered)} ${SOURCE_WORDS[source]}`).join(", ");
  const who = provider === "local" ? "the embedded model" : `${provider}'s model`;
  return `Read in this window: ${read}; labelled by ${who} \`${model}\`.`;
}

function shown(share: DemandShare | null): string {
  if (share === null) return "–";
  const { low, high } = share;
  const interval = low === high ? "" : ` (${percent(100 * low)}–${percent(100 * high)})`;
  return `${percent(100 * share.share)}${interval}`;
}

function themeTable({ themes }: ThemesLabelled): string {
  const rows = themes.map(({ theme, share, sources, met, unmet, untold }) => [
    `**${THEME_WORDS[theme].title}**: ${THEME_WORDS[theme].meaning}`,
    shown(share),
    ...SOURCES.map((source) => shown(sources.find((own) => own.source === source)?.share ?? null)),
    ...[met, unmet, untold].map(count),
  ]);
  const sources = SOURCES.map((source) => `${SOURCE_WORDS[source]}:`);
  return table(["Theme", "Share:", ...sources, "Solved:", "Open:", "Untold:"], rows);
}

/** Needs of each week, those that were not read counted in; themes in the order of the first table. */
function weekTable({ themes, weeks }: ThemesLabelled): string {
  const last = [...new Set(weeks.map(({ week }) => week))].slice(-WEEKS_SHOWN);
  const rows = themes.map(({ theme }) => [
    THEME_WORDS[theme].title,
    ...last.map((week) => {
      const cells = weeks.filter((cell) => cell.week === week && cell.theme === theme);
      return count(cells.reduce((sum, { weighted }) => sum + weighted, 0));
    }),
  ]);
  return table(["Week of", ...last.map((week) => `${week}:`)], rows);
}
