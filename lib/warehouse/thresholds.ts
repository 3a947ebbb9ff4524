/** Below which draw a row is hit, so that the wanted share of a table's rows is. */
import { z } from "zod";
import type { Lane } from "./lanes.ts";
import type { World } from "./world.ts";

/** A relation of a table's rows, and how many they are; Infinity where counting would mean making them. */
export interface Rows {
  readonly relation: string;
  /** The same rows with their draws. */
  readonly drawn: string;
  readonly count: number;
}

/** Up to this many rows, exactly the planned number is hit; beyond, chance is well inside the tolerance. */
const EXACT_ROWS = 200_000;
const TWO_53 = 2 ** 53;

const Text = z.strictObject({ text: z.string().nullable() });

/** The 64-bit draw below which a share of all draws lies. */
function thresholdOfShare(share: number): bigint {
  return BigInt(Math.round(Math.min(share, 1) * TWO_53)) << 11n;
}

/** The draw below which exactly `count` of the rows that meet `where` lie. */
export async function thresholdOfCount(
  world: World,
  relation: string,
  where: string,
  draw: string,
  count: number,
): Promise<bigint> {
  if (count === 0) return 0n;
  const sql = `SELECT max(h)::VARCHAR AS text FROM (
    SELECT ${draw} AS h FROM ${relation} WHERE ${where} ORDER BY h LIMIT ${count})`;
  await world.prepare(sql);
  const { text } = await world.duck.row(sql, Text);
  return text === null ? 0n : BigInt(text) + 1n;
}

/** The draw below which `rate` of all rows lie, where only those in the lane are open to it. */
export function thresholdOf(world: World, rows: Rows, rate: number, lane: Lane, draw: string): Promise<bigint> {
  if (rows.count > EXACT_ROWS) return Promise.resolve(thresholdOfShare(rate / lane.share));
  return thresholdOfCount(world, rows.drawn, lane.where, draw, Math.round(rate * rows.count));
}
