/** Whether a gap is one of a dataset or of a column of it, whatever each of those who meet it happens to name. */
import type { GapRecord } from "../contracts/backlog.ts";
import type { GapClass } from "../contracts/pack.ts";

type Placed = Pick<GapRecord, "gap_class" | "dataset" | "column" | "user_id">;

/** Classes that can be about one column that the dataset has. */
export const OF_COLUMN: readonly GapClass[] = ["quality", "access"];

/** Share of the gaps of a dataset that must name a column for the rest of them to be about columns too. */
const NAMED_BY = 0.5;
/** People that a column is named by at least. */
const LEAST_PEOPLE = 2;
/** Share of those who name a column that a column of its own has at least. */
const OWN_SHARE = 0.25;

/**
 * The gaps, those of one class and dataset under the columns that enough people name; who names none, or another one, is
 * taken to mean the one most named. Where few name any, the gap is the whole dataset's. The order of the gaps does not
 * matter.
 */
export function withGapColumns<G extends Placed>(gaps: readonly G[]): G[] {
  const placed = [...gaps];
  const able = [...gaps.keys()].filter((i) => OF_COLUMN.includes(gaps[i]!.gap_class) && gaps[i]!.dataset !== null);
  for (const bucket of Map.groupBy(able, (i) => `${gaps[i]!.gap_class}/${gaps[i]!.dataset}`).values()) {
    const own = bucket.map((i) => gaps[i]!);
    const columns = standingColumns(own);
    const named = own.filter(({ column }) => columns.includes(column!)).length;
    const rest = named < NAMED_BY * own.length ? null : columns[0]!;
    for (const i of bucket) {
      const { column } = gaps[i]!;
      placed[i] = { ...gaps[i]!, column: rest !== null && columns.includes(column!) ? column : rest };
    }
  }
  return placed;
}

/** Columns that are gaps of their own, the most named first; of equals the first by letters. */
function standingColumns(gaps: readonly Placed[]): string[] {
  const naming = gaps.filter(({ column }) => column !== null);
  return [...Map.groupBy(naming, ({ column }) => column!)]
    .filter(([, own]) =>
      new Set(own.map(({ user_id }) => user_id)).size >= LEAST_PEOPLE && own.length >= OWN_SHARE * naming.length
    )
    .sort(([a, m], [b, n]) => n.length - m.length || (a < b ? -1 : 1))
    .map(([column]) => column);
}
