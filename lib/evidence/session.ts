import { z } from "zod";
import type { Archetype } from "../contracts/archetype.ts";
import type { Evidence, MoneyAtRisk } from "../contracts/decision.ts";
import type { HealthCore } from "../contracts/health.ts";
import { DAY_US, daysBetween, offsets } from "../core/calendar.ts";
import type { Duck } from "../infra/duck.ts";
import { ident } from "../infra/sql.ts";
import type { Candidate } from "./candidate.ts";
import { wholeMonthsUntil } from "./months.ts";
import { medianMonthSql, revenueSql, tableRevenueSql, WINDOW_REVENUE_SQL } from "./revenue.ts";
import * as views from "./views.ts";

export interface EvidenceInput {
  readonly archetype: Archetype;
  /** Holds `<table>.parquet` for each table, digests and column types already checked. */
  readonly folder: string;
  readonly tz: string;
  /** First and last local day, `YYYY-MM-DD`. */
  readonly window: Pick<HealthCore["window"], "from" | "to">;
}

/** A sum of money, and the SQL that it was read with. */
export interface Cents {
  readonly cents: number | null;
  readonly sql: string;
}

/** A session in which evidence can be read. */
export interface EvidenceSession {
  /**
   * The figure of one SELECT of one row and one column.
   *
   * @throws {RangeError} on any other number of rows or columns.
   */
  run(sql: string): Promise<number | null>;
  /** Money behind each candidate, by its id. */
  risks(candidates: readonly Candidate[]): Promise<ReadonlyMap<string, MoneyAtRisk>>;
  /** All figures of a candidate, read. */
  evidence(candidate: Candidate): Promise<Evidence[]>;
  /** Revenue of the window, captured and without extra copies. */
  windowRevenue(): Promise<Cents>;
  /** Median of the last three whole months before the end of the window; null without a whole month. */
  medianMonthlyRevenue(): Promise<Cents>;
  /** Share of the window's revenue that stands behind the rows of each table, 0 to 1. */
  tableRevenueShares(): Promise<ReadonlyMap<string, number>>;
}

/** Years around the window whose clock changes are known: times further away are never near a boundary that counts. */
const CLOCK_YEARS = 5;
const MONTHS = 3;

/**
 * Prepares the views of `docs/evidence.md` in a session. Tables are scanned where they lie; only the rows of the window
 * are kept.
 */
export async function openEvidence(duck: Duck, input: EvidenceInput): Promise<EvidenceSession> {
  const { archetype } = input;
  const window = daysBetween(input.window.from, input.window.to, input.tz);
  const reach = CLOCK_YEARS * 366 * DAY_US;
  const world: views.World = {
    archetype,
    folder: input.folder,
    offsets: offsets(input.tz, window.startUs - reach, window.endUs + DAY_US),
    window,
  };
  const [firstMonth] = wholeMonthsUntil(input.window.to, MONTHS);
  const revenueFrom = [firstMonth!.from, input.window.from].sort()[0]!;
  const { days } = daysBetween(revenueFrom, revenueFrom, input.tz);
  await duck.run(views.settingsSql(world, days[0]!).join(";\n"));
  for (const table of archetype.tables) await view(duck, table.name, views.tableViewSql(world, table));
  for (const table of archetype.tables) {
    const repeated = views.mayRepeat(table) && await findCopies(duck, world, table);
    await view(duck, `first_${table.name}`, views.firstSql(world, table, repeated));
    await view(duck, `timed_${table.name}`, views.timedSql(world, table, repeated));
    await view(duck, `window_${table.name}`, views.windowSql(world, table));
  }
  await createRevenue(duck, archetype);
  return session(duck, input);
}

async function view(duck: Duck, name: string, sql: string): Promise<void> {
  await duck.run(`CREATE OR REPLACE TEMP VIEW ${ident(name)} AS ${sql}`);
}

async function keep(duck: Duck, name: string, sql: string): Promise<void> {
  await duck.run(`CREATE OR REPLACE TEMP TABLE ${name} AS ${sql}`);
}

/** Lists a table's extra copies; false when there are none. */
async function findCopies(duck: Duck, world: views.World, table: Archetype["tables"][number]): Promise<boolean> {
  const name = views.copiesName(table);
  await keep(duck, name, views.copiesSql(world, table));
  const { copies } = await duck.row(`SELECT count(*) AS copies FROM ${name}`, z.object({ copies: z.number() }));
  return copies > 0;
}

/** The revenue behind rows; from then on the window's rows are read from there, and no more from the files. */
async function createRevenue(duck: Duck, archetype: Archetype): Promise<void> {
  const { revenue } = archetype;
  await keep(duck, "daily_revenue", revenue?.dailySql ?? "SELECT CAST(NULL AS DATE) AS ds, 0 AS cents WHERE false");
  for (const source of revenue?.sources ?? []) {
    const name = ident(`revenue_${source.table}`);
    await keep(duck, name, revenueSql(archetype, source));
    if ("sql" in source) await view(duck, `window_${source.table}`, `SELECT * FROM ${name}`);
  }
}

/** The only value of the only row. */
const OneValue = z.record(z.string(), z.number().nullable()).transform(Object.values<number | null>);

function session(duck: Duck, { archetype, window }: EvidenceInput): EvidenceSession {
  const run = async (sql: string): Promise<number | null> => {
    const values = await duck.row(sql, OneValue);
    if (values.length !== 1) throw new RangeError(`evidence wants one column: found ${values.length}`);
    return values[0]!;
  };
  const cents = async (sql: string): Promise<number> => await run(sql) ?? 0;
  const read = async (sql: string): Promise<Cents> => ({ cents: await run(sql), sql });
  const risk = async ({ money, basis }: Candidate): Promise<MoneyAtRisk> =>
    money === null ? { low: 0, mid: 0, high: 0, measurable: false, basis } : {
      low: await cents(money.low),
      mid: await cents(money.mid),
      high: await cents(money.high),
      measurable: true,
      basis,
    };
  return {
    run,
    async risks(candidates) {
      const found = new Map<string, MoneyAtRisk>();
      for (const candidate of candidates) found.set(candidate.id, await risk(candidate));
      return found;
    },
    async evidence({ figures }) {
      const found: Evidence[] = [];
      for (const figure of figures) found.push({ ...figure, value: await run(figure.sql) });
      return found;
    },
    windowRevenue: () => read(WINDOW_REVENUE_SQL),
    medianMonthlyRevenue: () => read(medianMonthSql(wholeMonthsUntil(window.to, MONTHS))),
    async tableRevenueShares() {
      const total = await cents(WINDOW_REVENUE_SQL);
      const carriers = new Set(archetype.revenue?.sources.map(({ table }) => table));
      const shares = new Map<string, number>();
      for (const { name } of archetype.tables) {
        const carried = total > 0 && carriers.has(name) ? await cents(tableRevenueSql(name)) / total : 0;
        shares.set(name, Math.min(1, Math.max(0, carried)));
      }
      return shares;
    },
  };
}
