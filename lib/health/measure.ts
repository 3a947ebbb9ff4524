import { z } from "zod";
import type { Archetype } from "../contracts/archetype.ts";
import type { GuardrailConfig } from "../contracts/guardrail.ts";
import { HealthCore, type HealthFindings, type HealthRow, type Slos } from "../contracts/health.ts";
import { DAY_US, daysBetween, type Offset, offsets } from "../core/calendar.ts";
import type { Progress } from "../core/context.ts";
import { parquet } from "../infra/dialect.ts";
import type { Duck } from "../infra/duck.ts";
import { type Extent, readExtent } from "./extent.ts";
import { dailyRows, isoOfUs, measureRows, nullSeries, sloCompliance, tableHealth, tallies } from "./findings.ts";
import { aggregatesByTable, guardrailBlocks, guardrailRows, runGuardrails } from "./guardrails.ts";
import { kpiRows, kpiValues, readKpis } from "./kpis.ts";
import { foreignKeyParts, measuresOf } from "./measures.ts";
import { healthNotes } from "./notes.ts";
import { createLookup, parentLookups, type ReadyLookup } from "./parents.ts";
import { profileTable, type TableProfile } from "./profile.ts";
import { detectSpikes } from "./spikes.ts";
import { tableSql } from "./table_sql.ts";
import { createViews, tablePath } from "./views.ts";
import { dayOf, type DayRange, printRange, windowsEnding } from "./windows.ts";

export interface MeasureInput {
  readonly archetype: Archetype;
  /** Holds `<table>.parquet` for each table, digests and column types already checked. */
  readonly folder: string;
  /** Last local day, `YYYY-MM-DD`; its end is "now". */
  readonly asOf: string;
  readonly tz: string;
  /** Local days of the window that ends with `asOf`. */
  readonly windowDays: number;
  readonly slos: Slos;
  readonly guardrails: GuardrailConfig;
  readonly progress: Progress;
}

/** Contract of an archetype's `data_health.json`: the common fields and a key for each guardrail. */
export function healthContract(archetype: Archetype): z.ZodObject {
  const blocks = archetype.guardrails.map(({ id, contract }) => [id, contract.optional()]);
  return HealthCore.extend(Object.fromEntries(blocks)).strict();
}

/** Years around `asOf` whose clock changes are known to the SQL; a sentinel such as 9999-12-31 asks for no more. */
const CLOCK_YEARS = { before: 60, after: 10 };

/** Offsets of the zone over all times of the tables, and a day beyond for the dates among them. */
function clockOffsets(extents: readonly Extent[], tz: string, asOfUs: number): Offset[] {
  const times = extents.flatMap(({ event, loaded }) => [event, loaded])
    .flatMap((span) => [span?.first ?? asOfUs, span?.last ?? asOfUs]);
  const first = times.reduce((a, b) => Math.min(a, b), asOfUs);
  const last = times.reduce((a, b) => Math.max(a, b), asOfUs);
  return offsets(
    tz,
    Math.max(first - DAY_US, asOfUs - CLOCK_YEARS.before * 366 * DAY_US),
    Math.min(last + DAY_US, asOfUs + CLOCK_YEARS.after * 366 * DAY_US),
  );
}

/** Reads each table's extent, then the parents that foreign keys are checked against, then each table. */
async function profileTables(
  duck: Duck,
  { archetype, folder, tz, slos, progress }: MeasureInput,
  window: DayRange,
  asOfUs: number,
): Promise<{ profiles: TableProfile[]; clock: Offset[] }> {
  progress.stage(`${archetype.id}: measuring ${archetype.tables.length} tables`);
  const extents = new Map<string, Extent>();
  for (const table of archetype.tables) {
    extents.set(table.name, await readExtent(duck, table, tablePath(folder, table.name)));
  }
  const clock = clockOffsets([...extents.values()], tz, asOfUs);
  const lookups = new Map<string, ReadyLookup>();
  for (const lookup of parentLookups(archetype)) {
    lookups.set(lookup.name, await createLookup(duck, lookup, parquet(tablePath(folder, lookup.parent.name)), clock));
  }
  const profiles: TableProfile[] = [];
  for (const [i, table] of archetype.tables.entries()) {
    profiles.push(
      await profileTable(duck, {
        archetype,
        sql: tableSql(table, archetype, extents.get(table.name)!, lookups, clock),
        path: tablePath(folder, table.name),
        offsets: clock,
        window,
        lagSloMin: slos.p95_ingest_lag_min,
      }),
    );
    progress.advance(i + 1, archetype.tables.length);
  }
  return { profiles, clock };
}

/** From the first local day of an event that is no mere dimension's, to `asOf`. */
function periodOf(profiles: readonly TableProfile[], asOf: number): DayRange {
  const first = profiles.filter(({ table }) => table.kind !== "dimension")
    .flatMap(({ days }) => days.flatMap(({ day }) => day === null ? [] : [day]))
    .reduce((least, day) => Math.min(least, day), asOf);
  return { from: first, to: asOf };
}

/**
 * The data health of a warehouse (specification, section 6): every measure in the window, over the whole file and by
 * local day; null spikes, write gaps, key figures and guardrails.
 *
 * A row counts for the local day of its event, or of its load where it has no event time. Figures of the period count
 * every row of a table, also those without a time or after `asOf`.
 */
export async function measure(duck: Duck, input: MeasureInput): Promise<HealthFindings> {
  const { archetype, asOf, tz, slos } = input;
  const asOfUs = daysBetween(asOf, asOf, tz).endUs;
  const { window, previous } = windowsEnding(dayOf(asOf), input.windowDays);
  const { profiles, clock } = await profileTables(duck, input, window, asOfUs);
  const period = periodOf(profiles, window.to);

  input.progress.stage(`${archetype.id}: key figures`);
  const duplicated = new Set(profiles.flatMap(({ table, copies }) => copies.size > 0 ? [table.name] : []));
  await createViews(duck, archetype, input.folder, clock, window, duplicated);
  const kpiDays = await readKpis(duck, archetype);
  const guardrails = await runGuardrails(duck, archetype, input.guardrails);

  const counted = profiles.map((profile) => ({ profile, ...tallies(profile, window) }));
  const measures = {
    window: counted.flatMap(({ profile, window }) => measuresOf(profile.table, window, slos)),
    period: counted.flatMap(({ profile, period }) => measuresOf(profile.table, period, slos)),
  };
  const { spikes, lowPower } = detectSpikes(profiles.flatMap(nullSeries));
  const byTable = aggregatesByTable(guardrails);
  const rows: HealthRow[] = [
    ...measureRows(archetype.id, measures.window, "window", asOf),
    ...measureRows(archetype.id, measures.period, "period", asOf),
    ...guardrailRows(archetype.id, asOf, guardrails),
    ...kpiRows(archetype, kpiDays),
    ...profiles.flatMap((profile) => dailyRows(archetype.id, profile, slos)),
  ];
  return {
    rows,
    report: {
      schema_version: "1.0",
      archetype: archetype.id,
      tz,
      as_of: isoOfUs(asOfUs),
      window: printRange(window),
      previous_window: printRange(previous),
      period: printRange(period),
      slos: { ...slos },
      slo_compliance: sloCompliance(measures.window),
      tables: counted.map(({ profile, window }) => tableHealth(profile, window.rows, asOfUs, tz)),
      measures,
      foreign_keys: {
        window: counted.flatMap(({ profile, window }) => foreignKeyParts(profile.table, window)),
        period: counted.flatMap(({ profile, period }) => foreignKeyParts(profile.table, period)),
      },
      null_spikes: [...spikes],
      low_power: [...lowPower],
      write_gaps: profiles.flatMap(({ gaps }) => gaps),
      kpis: kpiValues(archetype.kpis, kpiDays, window, previous, period.from),
      notes: healthNotes(profiles, window, previous, period),
      ...(byTable === null ? {} : { aggregates_by_table: byTable }),
      ...guardrailBlocks(guardrails),
    },
  };
}
