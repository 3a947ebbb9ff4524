import { z } from "zod";
import type { ForeignKey, Table } from "../contracts/archetype.ts";
import type { Defect } from "../contracts/ledger.ts";
import { ident } from "../infra/sql.ts";
import { lanes, nullDraw, orphanDraw } from "./lanes.ts";
import { CLEAN_LAG, LAG, type LagShape, type Rates } from "./quality.ts";
import { type NullSpike, planIncidents, planSpikes, planWriteGap, type WriteGap } from "./schedule.ts";
import type { World } from "./world.ts";

/** What the ledger will say of one defect; `code` marks its rows. */
export interface PlannedDefect {
  readonly code: number;
  readonly defect: Defect;
  readonly table: string;
  readonly column: string | null;
  readonly days: readonly number[] | null;
  readonly fromUs: number | null;
  readonly toUs: number | null;
  readonly rate: number | null;
}

/** A spike with the draw below which its rows lie; `code` as in {@link PlannedDefect}. */
export interface SpikePlan extends NullSpike {
  readonly threshold: bigint;
  readonly code: number;
}

/** What happens to one foreign key. A row is hit when its draw lies below the threshold, in its lane. */
export interface KeyPlan {
  readonly fk: ForeignKey;
  /** Its place among the table's foreign keys, which picks its bit of the lane. */
  readonly index: number;
  readonly parentRows: number;
  readonly nulls: { readonly threshold: bigint; readonly code: number; readonly spikes: readonly SpikePlan[] } | null;
  readonly orphans:
    | { readonly threshold: bigint; readonly missingCode: number; readonly temporalCode: number | null }
    | null;
}

export interface LagPlan {
  readonly shape: LagShape;
  readonly incidents: readonly number[];
  readonly incidentCode: number | null;
  readonly gap: (WriteGap & { readonly code: number }) | null;
}

/** Everything that is done to one table between the clean relation and its file. */
export interface TablePlan {
  readonly table: Table;
  /** `base_<table>`: all columns; and `keys_<table>` where the archetype has it, cheaper to scan. */
  readonly base: string;
  readonly keys: string;
  readonly rows: number;
  readonly foreignKeys: readonly KeyPlan[];
  readonly duplicates: { readonly threshold: bigint; readonly code: number } | null;
  readonly lag: LagPlan | null;
}

export interface DefectPlan {
  readonly tables: readonly TablePlan[];
  readonly defects: readonly PlannedDefect[];
}

/** 70 % of foreign-key failures are a missing id, 30 % a fact older than its dimension row. */
export const TEMPORAL_SHARE = 0.3;
/** Up to this many rows, exactly the planned number is hit; beyond, chance is well inside the tolerance. */
const EXACT_ROWS = 200_000;
const TWO_64 = 2n ** 64n;

const Count = z.strictObject({ n: z.int() });
const Text = z.strictObject({ text: z.string().nullable() });

/** The draw below which a share of all draws lies. */
function thresholdOfShare(share: number): bigint {
  return BigInt(Math.round(Math.min(share, 1) * 2 ** 53)) * (TWO_64 / 2n ** 53n);
}

/** The draw below which exactly `count` of the rows that meet `where` lie. */
async function thresholdOfCount(
  world: World,
  from: string,
  where: string,
  draw: string,
  count: number,
): Promise<bigint> {
  if (count === 0) return 0n;
  const sql = `SELECT max(h)::VARCHAR AS text FROM (
    SELECT ${draw} AS h FROM ${from} WHERE ${where} ORDER BY h LIMIT ${count})`;
  await world.prepare(sql);
  const { text } = await world.duck.row(sql, Text);
  return text === null ? 0n : BigInt(text) + 1n;
}

interface Target {
  readonly keys: string;
  readonly rows: number;
}

/** The threshold that hits `rate` of the table's rows, where only those in a lane are open to it. */
function thresholdOf(
  world: World,
  target: Target,
  rate: number,
  lane: string,
  share: number,
  draw: string,
): Promise<bigint> {
  if (target.rows > EXACT_ROWS) return Promise.resolve(thresholdOfShare(rate / share));
  return thresholdOfCount(world, target.keys, lane, draw, Math.round(rate * target.rows));
}

/** Share of a table's rows whose foreign key fails. */
export function orphanRate(world: Draws, rates: Rates, table: string, column: string): number {
  return rates.orphan * spread(world, `rates/${table}/${column}/orphan`, 0.12);
}

type Draws = Pick<World, "draw">;

/** Tables differ, inside the tolerances of section 5, so that severity can rank them. */
function spread(world: Draws, stream: string, width: number): number {
  return 1 + width * (2 * world.draw(stream)() - 1);
}

async function spikeThreshold(
  world: World,
  spike: NullSpike,
  target: Target,
  index: number,
  base: bigint,
  points: number,
): Promise<bigint> {
  const day = world.period.days[spike.day]!;
  const draw = nullDraw(spike.table, spike.column);
  const lane = lanes.nulls(spike.table, index);
  const { n } = await world.duck.row(
    `SELECT count(*) AS n FROM ${target.keys} WHERE _at >= ${day.startUs} AND _at < ${day.endUs}`,
    Count,
  );
  const inside = `${lane} AND _at >= ${spike.fromUs} AND _at < ${spike.toUs} AND ${draw} >= ${base}::UBIGINT`;
  return await thresholdOfCount(world, target.keys, inside, draw, Math.round(points * n));
}

/**
 * Decides which defects hit which rows, from streams of their own: changing one rate moves no other defect's rows.
 * Rows are told apart by lanes first, so that no row is hit by two defects that hide each other.
 */
export async function planDefects(world: World, rates: Rates): Promise<DefectPlan> {
  const { archetype, period, duck } = world;
  const defects: PlannedDefect[] = [];
  const plan = (defect: Defect, table: string, column: string | null, rate: number | null, more: {
    days?: readonly number[];
    fromUs?: number;
    toUs?: number;
  } = {}): number => {
    const code = defects.length;
    defects.push({
      code,
      defect,
      table,
      column,
      days: more.days ?? null,
      fromUs: more.fromUs ?? null,
      toUs: more.toUs ?? null,
      rate,
    });
    return code;
  };
  const spikes = rates.spike > 0 ? planSpikes(archetype.tables, period, world.draw("schedule/spikes")) : [];
  const gap = rates.writeGap ? planWriteGap(archetype.tables, period, world.draw("schedule/write_gap")) : null;

  const relations = new Map<string, Target>();
  const { names } = await duck.row(
    "SELECT list(name ORDER BY name) AS names FROM (SHOW TABLES)",
    z.strictObject({ names: z.array(z.string()) }),
  );
  for (const table of archetype.tables) {
    const keys = names.includes(`keys_${table.name}`) ? `keys_${table.name}` : `base_${table.name}`;
    // A snapshot streams: counting it would make it twice, and it is never small nor a parent.
    const n = table.kind === "snapshot"
      ? Infinity
      : (await duck.row(`SELECT count(*) AS n FROM ${ident(keys)}`, Count)).n;
    relations.set(table.name, { keys: ident(keys), rows: n });
  }

  const planKey = async (table: Table, fk: ForeignKey, index: number): Promise<KeyPlan> => {
    const target = relations.get(table.name)!;
    const name = `${table.name}/${fk.column}`;
    const open = fk.defects && fk.required && !table.businessKey.includes(fk.column);
    let nulls: KeyPlan["nulls"] = null;
    if (open && rates.keyNull > 0) {
      const rate = rates.keyNull * spread(world, `rates/${name}/key_null`, 0.15);
      const lane = lanes.nulls(table.name, index);
      const threshold = await thresholdOf(world, target, rate, lane, lanes.keyShare, nullDraw(table.name, fk.column));
      const code = plan("key_null", table.name, fk.column, rate);
      const here: SpikePlan[] = [];
      for (const spike of spikes.filter((s) => s.table === table.name && s.column === fk.column)) {
        here.push({
          ...spike,
          threshold: await spikeThreshold(world, spike, target, index, threshold, rates.spike),
          code: plan("null_spike", table.name, fk.column, rates.spike, {
            days: [spike.day],
            fromUs: spike.fromUs,
            toUs: spike.toUs,
          }),
        });
      }
      nulls = { threshold, code, spikes: here };
    }
    let orphans: KeyPlan["orphans"] = null;
    if (fk.defects && rates.orphan > 0) {
      const rate = orphanRate(world, rates, table.name, fk.column);
      // Rows that the generator itself adds before their parent are the temporal share; the rest draw missing ids.
      const drawn = fk.temporal === "early-rows" ? rate * (1 - TEMPORAL_SHARE) : rate;
      const lane = lanes.orphans(table.name, index);
      orphans = {
        threshold: await thresholdOf(world, target, drawn, lane, lanes.keyShare, orphanDraw(table.name, fk.column)),
        missingCode: plan(
          "orphan_missing",
          table.name,
          fk.column,
          fk.temporal === undefined ? rate : rate * (1 - TEMPORAL_SHARE),
        ),
        temporalCode: fk.temporal === undefined
          ? null
          : plan("orphan_temporal", table.name, fk.column, rate * TEMPORAL_SHARE),
      };
    }
    return { fk, index, parentRows: relations.get(fk.parent)!.rows, nulls, orphans };
  };

  const planLag = async (table: Table, target: Target): Promise<LagPlan> => {
    const shape = (rates.writeGap ? LAG : CLEAN_LAG)[table.load ?? "stream"];
    const hit = gap?.table === table.name ? gap : null;
    const days = await duck.rows(
      `SELECT _day AS day, count(*) AS n FROM ${target.keys} GROUP BY _day ORDER BY _day`,
      z.strictObject({ day: z.int(), n: z.int() }),
    );
    const candidates = days.filter((d) =>
      d.day >= 0 && d.day < period.days.length - 1 && !(hit?.days.includes(d.day) ?? false)
    );
    const incidents = planIncidents(
      new Map(candidates.map((d) => [d.day, d.n])),
      Math.min(rates.incidents, 0.45),
      world.draw(`schedule/${table.name}/incidents`),
    );
    return {
      shape,
      incidents,
      incidentCode: incidents.length === 0
        ? null
        : plan("lag_incident", table.name, null, rates.incidents, { days: incidents }),
      gap: hit === null
        ? null
        : { ...hit, code: plan("write_gap", table.name, null, null, { fromUs: hit.fromUs, toUs: hit.toUs }) },
    };
  };

  const tables: TablePlan[] = [];
  for (const table of archetype.tables) {
    const target = relations.get(table.name)!;
    const foreignKeys: KeyPlan[] = [];
    for (const [index, fk] of table.foreignKeys.entries()) foreignKeys.push(await planKey(table, fk, index));
    let duplicates: TablePlan["duplicates"] = null;
    if (table.loaded && rates.duplicate > 0) {
      const rate = rates.duplicate * spread(world, `rates/${table.name}/duplicate`, 0.18);
      const draw = `u64(_row, '${table.name}/duplicate')`;
      duplicates = {
        threshold: await thresholdOf(world, target, rate, lanes.duplicates(table.name), lanes.duplicateShare, draw),
        code: plan("duplicate", table.name, null, rate),
      };
    }
    tables.push({
      table,
      base: ident(`base_${table.name}`),
      ...target,
      foreignKeys,
      duplicates,
      lag: table.loaded ? await planLag(table, target) : null,
    });
  }
  return { tables, defects };
}
