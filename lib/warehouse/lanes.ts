/**
 * Lanes keep apart defects that would hide each other: a row may be repeated, or have its keys broken; and a key may be
 * null, or null in a spike, or an orphan. One draw per row decides, before any rate is known, so that no rate moves a
 * lane. Where only one defect can come, the whole table is its lane.
 */
import type { ForeignKey, Table } from "../contracts/archetype.ts";

/** Of 65,536 parts: the rows open to duplicates. */
const DUPLICATE_PART = 9830;
const DUPLICATE_SHARE = DUPLICATE_PART / 65536;

/** Rows that meet `where`, a `share` of all. */
export interface Lane {
  readonly where: string;
  readonly share: number;
}

/** Key nulls come to required keys outside the business key. */
export function openToNulls(table: Table, fk: ForeignKey): boolean {
  return fk.defects && fk.required && !table.businessKey.includes(fk.column);
}

const index = (table: Table, fk: ForeignKey): number => table.foreignKeys.indexOf(fk);

/** Names of the draws that {@link withDraws} adds. */
export const nullDraw = (table: Table, fk: ForeignKey): string => `_null_draw_${index(table, fk)}`;
export const spikeDraw = (table: Table, fk: ForeignKey): string => `_spike_draw_${index(table, fk)}`;
export const orphanDraw = (table: Table, fk: ForeignKey): string => `_orphan_draw_${index(table, fk)}`;

/**
 * A relation with the lane and the draws of each row beside it, all drawn once: inside a CASE, DuckDB would draw them
 * again for each branch.
 */
export function withDraws(table: Table, relation: string): string {
  const draws = table.foreignKeys.flatMap((fk) => {
    const stream = `${table.name}/${fk.column}`;
    return [
      `u64(_row, '${stream}/key_null') AS ${nullDraw(table, fk)}`,
      `u64(_row, '${stream}/null_spike') AS ${spikeDraw(table, fk)}`,
      `u64(_row, '${stream}/orphan') AS ${orphanDraw(table, fk)}`,
    ];
  });
  const all = [
    `u64(_row, '${table.name}/lane') AS _lane`,
    `u64(_row, '${table.name}/duplicate') AS _duplicate_draw`,
    ...draws,
  ];
  return `(SELECT *, ${all.join(", ")} FROM ${relation})`;
}

/** Each foreign key has three bits of its own, above the 16 that choose between duplicates and broken keys. */
function eighth(table: Table, fk: ForeignKey): string {
  return `((_lane >> ${16 + 3 * index(table, fk)}) & 7)`;
}

function both(...lanes: readonly (Lane | null)[]): Lane {
  const real = lanes.filter((l) => l !== null);
  if (real.length === 0) return { where: "TRUE", share: 1 };
  return { where: `(${real.map((l) => l.where).join(" AND ")})`, share: real.reduce((s, l) => s * l.share, 1) };
}

function keysLane(table: Table): Lane | null {
  return table.loaded ? { where: `(_lane & 65535) >= ${DUPLICATE_PART}`, share: 1 - DUPLICATE_SHARE } : null;
}

export function duplicateLane(): Lane {
  return { where: `(_lane & 65535) < ${DUPLICATE_PART}`, share: DUPLICATE_SHARE };
}

export function nullLane(table: Table, fk: ForeignKey): Lane {
  return both(keysLane(table), { where: `${eighth(table, fk)} = 3`, share: 1 / 8 });
}

/** Wide, for a spike takes many rows of one day. */
export function spikeLane(table: Table, fk: ForeignKey): Lane {
  return both(keysLane(table), { where: `${eighth(table, fk)} >= 4`, share: 1 / 2 });
}

/** A key that leads to the row's event time keeps off some rows too, where others may be compared with that time. */
export function orphanLane(table: Table, fk: ForeignKey): Lane {
  const shared = openToNulls(table, fk) || fk.column === table.eventTime?.through;
  return both(keysLane(table), shared ? { where: `${eighth(table, fk)} < 3`, share: 3 / 8 } : null);
}

/** The half of the rows where a key with a lane of its own is never an orphan. */
export function neverOrphan(table: Table, fk: ForeignKey): Lane {
  return { where: `${eighth(table, fk)} >= 4`, share: 1 / 2 };
}
