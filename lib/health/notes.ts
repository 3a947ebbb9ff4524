import { count } from "../core/quantity.ts";
import type { TableProfile } from "./profile.ts";
import { type DayRange, dsOf } from "./windows.ts";

function rowsOf(profile: TableProfile, keep: (day: number | null) => boolean): number {
  return profile.days.reduce((sum, { day, rows }) => keep(day) ? sum + rows : sum, 0);
}

/** What could not be measured, or not as one would think, in plain words. */
export function healthNotes(
  profiles: readonly TableProfile[],
  window: DayRange,
  previous: DayRange,
  period: DayRange,
): string[] {
  const notes: string[] = [];
  if (window.from < period.from) {
    notes.push(`The window starts on ${dsOf(window.from)}, before the first data of ${dsOf(period.from)}.`);
  } else if (previous.from < period.from) {
    notes.push(`The window before is not wholly covered by data, so key figures are not compared with it.`);
  }
  for (const profile of profiles) {
    const { table, sql } = profile;
    if (sql.extent.rows === 0) {
      notes.push(`${table.name} has no rows: nothing was measured.`);
      continue;
    }
    const timeless = sql.day === null ? 0 : rowsOf(profile, (day) => day === null);
    if (timeless > 0) {
      notes.push(
        `${table.name}: rows without any time: ${count(timeless)}; they count for the whole period, for no day.`,
      );
    }
    const unlagged = table.loaded && table.eventTime !== undefined
      ? profile.days.reduce((sum, { rows, lagRows }) => sum + rows - lagRows, 0)
      : 0;
    if (unlagged > 0) {
      notes.push(`${table.name}: rows without an event time or a load: ${count(unlagged)}; they have no lag.`);
    }
    const later = rowsOf(profile, (day) => day !== null && day > window.to);
    if (later > 0) {
      notes.push(
        `${table.name}: rows after ${dsOf(window.to)}: ${count(later)}; they count for the whole period alone.`,
      );
    }
  }
  return notes;
}
