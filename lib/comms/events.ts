/** Defects that people notice, and which items speak of them. */
import type { Table } from "../contracts/archetype.ts";
import type { PlannedEvent, Subject } from "../contracts/comms_plan.ts";
import type { Source, Theme } from "../contracts/demand.ts";
import type { Defect, Ledger } from "../contracts/ledger.ts";
import type { Period } from "../core/calendar.ts";
import type { Streams } from "./draws.ts";
import { localInstantUs } from "./hours.ts";

export interface CommsEvent extends PlannedEvent {
  readonly theme: Theme;
  readonly subject: Subject;
  /** When it becomes visible, µs since 1970 UTC. */
  readonly visibleUs: number;
}

/** What each defect that falls on a day is discussed as. Others run through the whole period and are no event. */
const THEME_OF: Readonly<Partial<Record<Defect, Theme>>> = {
  null_spike: "join_keys_orphans",
  write_gap: "freshness_ingest_lag",
  lag_incident: "freshness_ingest_lag",
};

/** Whole days become visible when the first dashboards are opened. */
const MORNING = 9;

/**
 * The ledger's events within the period, those to talk about first at the head: spikes and gaps by time, then the many
 * days of slow loads in random order.
 */
export function eventsOf(ledger: Ledger, tables: readonly Table[], period: Period, open: Streams): CommsEvent[] {
  const within = new Map(period.days.map((day) => [day.ds, day]));
  const found = ledger.entries.flatMap(({ id, defect, table, column, days, from }) => {
    const theme = THEME_OF[defect];
    if (theme === undefined) return [];
    const parent = tables.find(({ name }) => name === table)?.foreignKeys.find((key) => key.column === column)?.parent;
    const subject = { table, column, parent: parent ?? null };
    const visible = (ds: string, startsUs: number | null): number =>
      Math.max(startsUs ?? 0, localInstantUs(ds, MORNING, period.tz));
    const startsUs = from === null ? null : Date.parse(from) * 1000;
    const ds = startsUs === null ? days ?? [] : period.days.filter((d) => d.startUs <= startsUs && startsUs < d.endUs)
      .map((d) => d.ds);
    return ds.filter((day) => within.has(day)).map((day): CommsEvent => ({
      id,
      defect,
      ds: day,
      theme,
      subject,
      visibleUs: visible(day, startsUs),
    }));
  });
  const slow = found.filter(({ defect }) => defect === "lag_incident");
  const sudden = found.filter(({ defect }) => defect !== "lag_incident").sort((a, b) => a.visibleUs - b.visibleUs);
  return [...sudden, ...open("events").shuffled(slow)];
}

/** Largest share of a theme's items that events may take, so that traffic about other things stays the rule. */
const MOST = 0.4;
/** Items that one event gets. */
const ITEMS: Readonly<Record<Exclude<Source, "nlq">, readonly [least: number, most: number]>> = {
  slack: [3, 6],
  email: [1, 1],
};

/**
 * The items that speak of an event, by index: every event gets its items as long as its theme has enough of them.
 *
 * @param themes The items' themes, null for those that are not positive.
 */
export function linkEvents(
  events: readonly CommsEvent[],
  themes: readonly (Theme | null)[],
  source: Exclude<Source, "nlq">,
  open: Streams,
): Map<number, CommsEvent> {
  const free = new Map<Theme, number[]>();
  for (const [theme, items] of Map.groupBy(themes.keys(), (i) => themes[i] ?? null)) {
    if (theme === null) continue;
    const shuffled = open(`${source}/events/${theme}`).shuffled(items);
    free.set(theme, shuffled.slice(0, Math.floor(MOST * items.length)));
  }
  const links = new Map<number, CommsEvent>();
  for (const event of events) {
    const items = free.get(event.theme) ?? [];
    const wanted = open(`${source}/event/${event.id}/${event.ds}`).whole(...ITEMS[source]);
    if (items.length < wanted) continue;
    for (const item of items.splice(0, wanted)) links.set(item, event);
  }
  return links;
}
