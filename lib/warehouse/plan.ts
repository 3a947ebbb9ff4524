/** Which defects hit which rows of each table: thresholds on named draws, decided before any row is written. */
import { z } from "zod";
import type { ForeignKey, Table } from "../contracts/archetype.ts";
import { ident } from "../infra/sql.ts";
import {
  duplicateLane,
  nullDraw,
  nullLane,
  openToNulls,
  orphanDraw,
  orphanLane,
  spikeDraw,
  spikeLane,
  withDraws,
} from "./lanes.ts";
import { type LagPlan, planLag } from "./plan_lag.ts";
import { defectList, type Enter, type PlannedDefect } from "./planned_defects.ts";
import type { Rates } from "./quality.ts";
import { type NullSpike, planSpikes, planWriteGap } from "./schedule.ts";
import { type Rows, thresholdOf, thresholdOfCount } from "./thresholds.ts";
import type { World } from "./world.ts";

/** A spike with the draw below which its rows lie. */
export interface SpikePlan extends NullSpike {
  readonly threshold: bigint;
  readonly code: number;
}

/** What happens to one foreign key. A row is hit when its draw lies below the threshold, in its lane. */
export interface KeyPlan {
  readonly fk: ForeignKey;
  /** Its place among the table's foreign keys. */
  readonly index: number;
  readonly parentRows: number;
  readonly nulls: { readonly threshold: bigint; readonly code: number } | null;
  readonly spikes: readonly SpikePlan[];
  readonly orphans:
    | { readonly threshold: bigint; readonly missingCode: number; readonly temporalCode: number | null }
    | null;
}

/** Everything that is done to one table between the clean relation and its file. */
export interface TablePlan {
  readonly table: Table;
  /** `base_<table>`: all columns. */
  readonly base: string;
  /** `keys_<table>` where the archetype has it, cheaper to scan; else the base. */
  readonly keys: Rows;
  readonly foreignKeys: readonly KeyPlan[];
  readonly duplicates: { readonly threshold: bigint; readonly code: number } | null;
  readonly lag: LagPlan | null;
  /** Rows of each local day before copies are added, for tables that have a lag. */
  readonly rowsOfDay: ReadonlyMap<number, number>;
}

export interface DefectPlan {
  readonly tables: readonly TablePlan[];
  readonly defects: readonly PlannedDefect[];
}

/** 70 % of foreign-key failures are a missing id, 30 % a fact older than its dimension row. */
export const TEMPORAL_SHARE = 0.3;

const Count = z.strictObject({ n: z.int() });

/** Tables differ, inside the tolerances of section 5, so that severity can rank them. */
function spread(world: Pick<World, "draw">, stream: string, width: number): number {
  return 1 + width * (2 * world.draw(stream)() - 1);
}

/** Share of a table's rows whose foreign key fails. */
export function orphanRate(world: Pick<World, "draw">, rates: Rates, table: string, column: string): number {
  return rates.orphan * spread(world, `rates/${table}/${column}/orphan`, 0.12);
}

async function relationsOf(world: World): Promise<Map<string, Rows>> {
  const { names } = await world.duck.row(
    "SELECT list(name ORDER BY name) AS names FROM (SHOW TABLES)",
    z.strictObject({ names: z.array(z.string()) }),
  );
  const relations = new Map<string, Rows>();
  for (const table of world.archetype.tables) {
    const { name, kind } = table;
    const relation = ident(names.includes(`keys_${name}`) ? `keys_${name}` : `base_${name}`);
    // A snapshot streams: counting it would make it once more, and it is never small, nor a parent.
    const count = kind === "snapshot"
      ? Infinity
      : (await world.duck.row(`SELECT count(*) AS n FROM ${relation}`, Count)).n;
    relations.set(name, { relation, drawn: withDraws(table, relation), count });
  }
  return relations;
}

async function planNulls(
  world: World,
  rates: Rates,
  table: Table,
  fk: ForeignKey,
  rows: Rows,
  enter: Enter,
): Promise<KeyPlan["nulls"]> {
  if (!openToNulls(table, fk) || rates.keyNull === 0) return null;
  const rate = rates.keyNull * spread(world, `rates/${table.name}/${fk.column}/key_null`, 0.15);
  return {
    threshold: await thresholdOf(world, rows, rate, nullLane(table, fk), nullDraw(table, fk)),
    code: enter({ defect: "key_null", table: table.name, column: fk.column, rate }),
  };
}

/** A spike takes a share of the whole day's rows, all of them between its start and its end. */
async function planSpike(
  world: World,
  rate: number,
  table: Table,
  fk: ForeignKey,
  rows: Rows,
  spike: NullSpike,
  rowsOfDay: number,
  enter: Enter,
): Promise<SpikePlan> {
  const { fromUs, toUs } = spike;
  const inside = `${spikeLane(table, fk).where} AND _at >= ${fromUs} AND _at < ${toUs}`;
  return {
    ...spike,
    threshold: await thresholdOfCount(world, rows.drawn, inside, spikeDraw(table, fk), Math.round(rate * rowsOfDay)),
    code: enter({ defect: "null_spike", table: table.name, column: fk.column, rate, days: [spike.day], fromUs, toUs }),
  };
}

/** The rows of the days that spikes fall on, in a table: each spike would else look through all rows. */
async function spikeDays(world: World, table: Table, rows: Rows, spikes: readonly NullSpike[]): Promise<Rows> {
  if (spikes.length === 0) return rows;
  const relation = ident(`spike_days_${table.name}`);
  const days = spikes.map((s) => s.day).join(", ");
  await world.duck.run(`CREATE TABLE ${relation} AS SELECT _row, _at FROM ${rows.relation} WHERE _day IN (${days})`);
  return { relation, drawn: withDraws(table, relation), count: rows.count };
}

async function countByDay(world: World, { relation }: Rows): Promise<Map<number, number>> {
  const days = await world.duck.rows(
    `SELECT _day AS day, count(*) AS n FROM ${relation} GROUP BY _day ORDER BY _day`,
    z.strictObject({ day: z.int(), n: z.int() }),
  );
  return new Map(days.map(({ day, n }) => [day, n]));
}

async function planOrphans(
  world: World,
  rates: Rates,
  table: Table,
  fk: ForeignKey,
  rows: Rows,
  enter: Enter,
): Promise<KeyPlan["orphans"]> {
  if (!fk.defects || rates.orphan === 0) return null;
  const rate = orphanRate(world, rates, table.name, fk.column);
  const temporal = fk.temporal === undefined ? 0 : rate * TEMPORAL_SHARE;
  // Rows that the generator itself adds ahead of their parent are the temporal ones; the draw makes the missing ids.
  const drawn = fk.temporal === "early-rows" ? rate - temporal : rate;
  const place = { table: table.name, column: fk.column };
  return {
    threshold: await thresholdOf(world, rows, drawn, orphanLane(table, fk), orphanDraw(table, fk)),
    missingCode: enter({ defect: "orphan_missing", ...place, rate: rate - temporal }),
    temporalCode: temporal === 0 ? null : enter({ defect: "orphan_temporal", ...place, rate: temporal }),
  };
}

async function planDuplicates(
  world: World,
  rates: Rates,
  table: Table,
  rows: Rows,
  enter: Enter,
): Promise<TablePlan["duplicates"]> {
  if (!table.loaded || rates.duplicate === 0) return null;
  const rate = rates.duplicate * spread(world, `rates/${table.name}/duplicate`, 0.18);
  const threshold = await thresholdOf(world, rows, rate, duplicateLane(), "_duplicate_draw");
  return { threshold, code: enter({ defect: "duplicate", table: table.name, rate }) };
}

/**
 * Decides which defects hit which rows, from streams of their own: changing one rate moves no other defect's rows.
 * Rows are told apart by lanes first, so that no row is hit by two defects that hide each other.
 */
export async function planDefects(world: World, rates: Rates): Promise<DefectPlan> {
  const { tables } = world.archetype;
  const { defects, enter } = defectList();
  const spikes = rates.spike > 0 ? planSpikes(tables, world.period, rates.spike, world.draw("schedule/spikes")) : [];
  const gap = rates.writeGap ? planWriteGap(tables, world.period, world.draw("schedule/write_gap")) : null;
  const relations = await relationsOf(world);
  const planned: TablePlan[] = [];
  for (const table of tables) {
    const keys = relations.get(table.name)!;
    const rowsOfDay = table.loaded ? await countByDay(world, keys) : new Map<number, number>();
    const ofTable = spikes.filter((s) => s.table === table.name);
    const onSpikeDays = await spikeDays(world, table, keys, ofTable);
    const foreignKeys: KeyPlan[] = [];
    for (const [index, fk] of table.foreignKeys.entries()) {
      const here = ofTable.filter((s) => s.column === fk.column);
      foreignKeys.push({
        fk,
        index,
        parentRows: relations.get(fk.parent)!.count,
        nulls: await planNulls(world, rates, table, fk, keys, enter),
        spikes: await Array.fromAsync(
          here,
          (s) => planSpike(world, rates.spike, table, fk, onSpikeDays, s, rowsOfDay.get(s.day) ?? 0, enter),
        ),
        orphans: await planOrphans(world, rates, table, fk, keys, enter),
      });
    }
    planned.push({
      table,
      base: ident(`base_${table.name}`),
      keys,
      foreignKeys,
      duplicates: await planDuplicates(world, rates, table, keys, enter),
      lag: table.loaded ? planLag(world, rates, table, rowsOfDay, gap, enter) : null,
      rowsOfDay,
    });
  }
  return { tables: planned, defects };
}
