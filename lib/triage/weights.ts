/** Post-stratified weights: what was answered speaks for what was not (specification, section 9). */

/** An eligible item, in the order of buckets and days that its stratum's number has. */
export interface Eligible {
  readonly source: string;
  readonly bucket: string | null;
  /** The stratum that it was drawn from; strata of later days of a bucket have higher numbers. */
  readonly stratum: number;
  readonly answered: boolean;
}

export interface Weighted {
  /** How many eligible items the item stands for; 0 where it has no answer. */
  readonly weight: number;
  /** The stratum that it was weighted in, after empty ones were joined to it. */
  readonly stratum: number;
}

interface Cell {
  readonly stratum: number;
  readonly bucket: string | null;
  size: number;
  answered: number;
}

/**
 * N_h / n_h for each answered item, where N_h counts the eligible items of its stratum and n_h the answered ones.
 *
 * A stratum without answers joins the one before it in its bucket, the first ones of a bucket the first with answers; a
 * bucket without any joins the source's first stratum that has some. So the weights of a source add up to its eligible
 * items, unless nothing at all was answered.
 */
export function postStratify(eligible: readonly Eligible[]): Weighted[] {
  const joined = new Map<number, Cell>();
  for (const members of Map.groupBy(eligible, ({ source }) => source).values()) {
    for (const [from, into] of joinEmpty(cellsOf(members))) joined.set(from, into);
  }
  return eligible.map(({ stratum, answered }) => {
    const cell = joined.get(stratum);
    return cell === undefined
      ? { weight: 0, stratum }
      : { weight: answered ? cell.size / cell.answered : 0, stratum: cell.stratum };
  });
}

function cellsOf(items: readonly Eligible[]): Cell[] {
  const cells = new Map<number, Cell>();
  for (const { stratum, bucket, answered } of items) {
    const cell = cells.get(stratum) ?? { stratum, bucket, size: 0, answered: 0 };
    cell.size += 1;
    cell.answered += answered ? 1 : 0;
    cells.set(stratum, cell);
  }
  return [...cells.values()].sort((a, b) => a.stratum - b.stratum);
}

/** Which cell each stratum's items are weighted in; empty where no cell has answers. */
function joinEmpty(cells: readonly Cell[]): Map<number, Cell> {
  const into = new Map<number, Cell>();
  const first = cells.find(({ answered }) => answered > 0);
  if (first === undefined) return into;
  const sizes = new Map(cells.map((cell) => [cell, cell.size]));
  for (const bucket of Map.groupBy(cells, (cell) => cell.bucket).values()) {
    let home = bucket.find(({ answered }) => answered > 0) ?? first;
    for (const cell of bucket) {
      if (cell.answered > 0) home = cell;
      else home.size += sizes.get(cell)!;
      into.set(cell.stratum, home);
    }
  }
  return into;
}
