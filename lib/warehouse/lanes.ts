/**
 * Lanes keep apart defects that would hide each other: a row may be repeated, or have its keys broken; and of one key,
 * it may be null, or an orphan. One draw per row decides, before any rate is known, so that no rate moves a lane.
 */

/** Sixteenths of 65,536: the rows open to duplicates. */
const DUPLICATE_PART = 9830;

function lane(table: string): string {
  return `u64(_row, '${table}/lane')`;
}

/** Each foreign key has a bit of its own above the 16 that choose between duplicates and broken keys. */
function bit(table: string, index: number): string {
  return `((${lane(table)} >> ${16 + index}) & 1)`;
}

const keys = (table: string): string => `(${lane(table)} & 65535) >= ${DUPLICATE_PART}`;

export const lanes = {
  duplicateShare: DUPLICATE_PART / 65536,
  /** Share of rows in the null lane, and in the orphan lane, of any one key. */
  keyShare: (1 - DUPLICATE_PART / 65536) / 2,
  duplicates: (table: string): string => `(${lane(table)} & 65535) < ${DUPLICATE_PART}`,
  nulls: (table: string, index: number): string => `(${keys(table)} AND ${bit(table, index)} = 1)`,
  orphans: (table: string, index: number): string => `(${keys(table)} AND ${bit(table, index)} = 0)`,
  /** True on the half of the rows where the key of this index is never an orphan. */
  neverOrphan: (table: string, index: number): string => `${bit(table, index)} = 1`,
} as const;

export const nullDraw = (table: string, column: string): string => `u64(_row, '${table}/${column}/key_null')`;
export const orphanDraw = (table: string, column: string): string => `u64(_row, '${table}/${column}/orphan')`;
