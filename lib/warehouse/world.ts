import type { Archetype, ReferenceTable, Scale, Trajectory } from "../contracts/archetype.ts";
import { DAY_US, MONTH_DAYS, offsets, type Period } from "../core/calendar.ts";
import { generator, salt } from "../core/seeds.ts";
import { localDayOfUs } from "../infra/dialect.ts";
import type { Duck } from "../infra/duck.ts";
import { ident, literal } from "../infra/sql.ts";
import { minuteCounts } from "./arrivals.ts";
import eventsSql from "./events.sql" with { type: "text" };
import macrosSql from "./macros.sql" with { type: "text" };

/** Growth a month: specification, section 5. */
const MONTHLY: Readonly<Record<Trajectory, number>> = { T1: 1, T2: 1.04, T3: 0.97 };
/** Days of the specification's 18 months, which the totals of every scale are meant for. */
export const STANDARD_DAYS = 546;

export interface WorldOptions {
  readonly archetype: Archetype;
  readonly scale: Scale;
  readonly trajectory: Trajectory;
  readonly seed: number;
  readonly period: Period;
  /** Days of daily snapshots that are kept, the latest ones; null: as the scale says. */
  readonly snapshotDays: number | null;
  /** Further numbers that statements read with `getvariable('name')`. */
  readonly variables: Readonly<Record<string, number>>;
}

/** A session that holds the clean relations of one company, and draws named random streams in SQL. */
export interface World extends WorldOptions {
  readonly duck: Duck;
  /** Runs a statement, after the streams that it names have their salts. */
  run(sql: string): Promise<void>;
  /** As {@link run}, before a statement that the caller runs itself. */
  prepare(sql: string): Promise<void>;
  draw(stream: string): () => number;
}

const DRAW = /\b(?:u64|u01|gauss)\s*\(/g;

/** Where the parenthesis that opens just before `from` closes. */
function closing(sql: string, from: number): number {
  let depth = 1;
  for (let i = from; i < sql.length; i++) {
    if (sql[i] === "(") depth++;
    if (sql[i] === ")" && --depth === 0) return i;
  }
  throw new SyntaxError(`streamsOf() met a draw that never closes: ${sql.slice(from - 10, from + 40)}`);
}

/** Names of the streams that a statement draws from; throws when one is not a plain literal. */
export function streamsOf(sql: string): string[] {
  const text = sql.replaceAll(/--[^\n]*/g, "");
  const names = [...text.matchAll(DRAW)].map((match) => {
    const from = match.index + match[0].length;
    const call = text.slice(from, closing(text, from));
    const name = /,\s*'([^']+)'\s*$/.exec(call)?.[1];
    if (name === undefined) throw new SyntaxError(`streamsOf() wants a literal stream name: ${call.slice(0, 60)}`);
    return name;
  });
  return [...new Set(names)];
}

async function loadReference(duck: Duck, table: ReferenceTable): Promise<void> {
  const columns = table.columns.map((c) => `${ident(c.name)} ${c.type}`).join(", ");
  await duck.run(`CREATE TABLE ${ident(`ref_${table.name}`)} (${columns})`);
  const rows = table.rows.map((row) => `(${row.map(literal).join(", ")})`).join(", ");
  await duck.run(`INSERT INTO ${ident(`ref_${table.name}`)} VALUES ${rows}`);
}

/** Uniform draws of a named stream, outside SQL. */
export function drawOf(options: Pick<WorldOptions, "archetype" | "seed">, stream: string): () => number {
  return generator(options.seed, `${options.archetype.id}/${stream}`);
}

/** Factor of a local day: the trajectory's monthly growth around the middle of the period, where it is 1. */
export function growthOf(trajectory: Trajectory, days: number): (day: number) => number {
  return (day) => MONTHLY[trajectory] ** ((day - (days - 1) / 2) / MONTH_DAYS);
}

/** Dimensions reach back further than the period: their days are counted with the clock changes of that time. */
const YEARS_BEFORE_US = 6 * 366 * DAY_US;

function daysFromFirst(period: Period): string {
  const clock = offsets(period.tz, period.startUs - YEARS_BEFORE_US, period.endUs);
  const first = Math.round(Date.parse(period.days[0]!.ds) * 1000 / DAY_US);
  return `${localDayOfUs("us", clock)} - ${first}`;
}

/** Sets up the session and runs the archetype's statements; every `base_<table>` then holds the clean company. */
export async function openWorld(duck: Duck, options: WorldOptions): Promise<World> {
  const { archetype, seed, period, scale } = options;
  const known = new Set<string>();
  const prepare = async (sql: string): Promise<void> => {
    for (const stream of streamsOf(sql)) {
      if (known.has(stream)) continue;
      known.add(stream);
      await duck.set(`stream:${stream}`, salt(seed, `${archetype.id}/${stream}`));
    }
  };
  const world: World = {
    ...options,
    duck,
    prepare,
    async run(sql) {
      await prepare(sql);
      await duck.run(sql);
    },
    draw: (stream) => drawOf(options, stream),
  };
  await duck.run(macrosSql);
  for (const [name, value] of Object.entries(options.variables)) await duck.set(name, value);
  await duck.set("period_start_us", period.startUs);
  await duck.set("period_end_us", period.endUs);
  await duck.set("first_day", period.days[0]!.ds);
  await duck.set("tz", period.tz);
  await duck.set("monthly_growth", MONTHLY[options.trajectory] - 1);
  await duck.run(`CREATE MACRO local_day_of(us) AS (${daysFromFirst(period)})::INTEGER`);
  const sizes = archetype.generator.sizes[scale];
  for (const [name, value] of Object.entries(sizes)) await duck.set(`size:${name}`, value);
  const kept = options.snapshotDays ?? sizes["snapshot_days"] ?? period.days.length;
  await duck.set("size:snapshot_days", Math.min(kept, period.days.length));

  const growth = growthOf(options.trajectory, period.days.length);
  await duck.run(
    "CREATE TABLE days (_day INTEGER, ds DATE, start_us BIGINT, end_us BIGINT, weekday INTEGER, growth DOUBLE)",
  );
  const days = period.days.map((d) =>
    `(${d.index}, DATE '${d.ds}', ${d.startUs}, ${d.endUs}, ${d.weekday}, ${growth(d.index)}::DOUBLE)`
  );
  await duck.run(`INSERT INTO days VALUES ${days.join(", ")}`);
  for (const table of archetype.generator.references) await loadReference(duck, table);
  for (const process of archetype.generator.arrivals) {
    // The scale's total stands for 18 months; a shorter period gets its share.
    const total = process.total[scale] * period.days.length / STANDARD_DAYS;
    const counts = minuteCounts(process, period, total, growth, world.draw(`arrivals/${process.name}`));
    await duck.run("CREATE TABLE minute_counts (n USMALLINT)");
    await duck.append("minute_counts", counts);
    await duck.run(eventsSql.replaceAll("{name}", process.name));
  }
  for (const statement of archetype.generator.statements) await world.run(statement);
  return world;
}
