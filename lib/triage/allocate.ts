/** Sample to fit: which items the budget reaches, drawn so that weights can restore the volumes of all. */
import { type Source, SOURCES } from "../contracts/demand.ts";
import type { Item } from "../contracts/item.ts";
import { generator } from "../core/seeds.ts";
import { collapse, dayStrata, type Stratum } from "./strata.ts";

/** Least that a stratum is expected to be sampled with; thinner days are joined with the next ones of their bucket. */
const LEAST_PER_STRATUM = 2;
/** How much the sampling rate falls when a draw turns out dearer than the usable budget. */
const STEP_DOWN = 0.98;

/** An item worth asking about, and the most that asking can cost. */
export interface Priced {
  readonly item: Item;
  /** Reservation of its request, nanodollars. */
  readonly ceiling: number;
}

export interface Purse {
  /** Nanodollars. */
  readonly cap: number;
  /** Share of the cap left for retries and repairs, 0 to 1. */
  readonly safetyMargin: number;
  readonly seed: number;
}

export interface Allocation {
  /** For each item: whether it is sent. */
  readonly sent: readonly boolean[];
  /** For each item: the stratum that it was drawn from, unique over all sources. */
  readonly stratum: readonly number[];
  /** 90th percentile of the reservations of each source's items, nanodollars; 0 without items. */
  readonly p90: Readonly<Record<Source, number>>;
  /** Share of all items that the budget reaches at those prices, 0 to 1. */
  readonly rate: number;
  /** Sum of the reservations of what is sent, nanodollars. Never above {@link usableBudget}. */
  readonly reserved: number;
}

/** Nanodollars that sampling may plan with. */
export function usableBudget({ cap, safetyMargin }: Omit<Purse, "seed">): number {
  return Math.floor(cap * (1 - safetyMargin));
}

/**
 * Draws the items to send.
 *
 * All, where their reservations fit the usable budget. Otherwise every source is sampled at one rate, the usable budget
 * over what all items would cost at their source's p90: as long as that rate reaches the floor, no source misses it.
 * Within a source, strata are local day × bucket, joined with the next days of the bucket where the rate would draw less
 * than {@link LEAST_PER_STRATUM}; quotas are proportional to a stratum's size (largest remainder, at least 1), and each
 * is filled by a simple random sample without replacement. Each item has a draw of its own (stream
 * `triage/{source}/{id}`), so that neither order nor concurrency nor other items move it.
 */
export function allocate(priced: readonly Priced[], purse: Purse): Allocation {
  const usable = usableBudget(purse);
  const p90 = Object.fromEntries(SOURCES.map((source) => {
    const ceilings = priced.filter(({ item }) => item.source === source).map(({ ceiling }) => ceiling);
    return [source, percentile90(ceilings)];
  })) as Record<Source, number>;
  const total = priced.reduce((sum, { ceiling }) => sum + ceiling, 0);
  if (total <= usable) return { ...draw(priced, 1, () => 0), p90, rate: 1, reserved: total };
  const draws = priced.map(({ item }) => generator(purse.seed, `triage/${item.source}/${item.id}`)());
  const estimate = priced.reduce((sum, { item }) => sum + p90[item.source], 0);
  for (let rate = Math.min(1, usable / estimate);; rate *= STEP_DOWN) {
    const drawn = draw(priced, rate, (i) => draws[i]!);
    const reserved = priced.reduce((sum, { ceiling }, i) => drawn.sent[i] ? sum + ceiling : sum, 0);
    if (reserved <= usable) return { ...drawn, p90, rate, reserved };
    // Quotas of at least 1 may be more than the money can buy: then nothing is.
    if (rate * priced.length < 1) return { ...drawn, sent: priced.map(() => false), p90, rate: 0, reserved: 0 };
  }
}

function draw(
  priced: readonly Priced[],
  rate: number,
  drawOf: (i: number) => number,
): Pick<Allocation, "sent" | "stratum"> {
  const sent = priced.map(() => false);
  const stratum = priced.map(() => -1);
  let next = 0;
  for (const source of SOURCES) {
    const members = [...priced.keys()].filter((i) => priced[i]!.item.source === source);
    const days = dayStrata(members.map((i) => priced[i]!.item));
    const strata = collapse(days, (items) => rate >= 1 || rate * items.length >= LEAST_PER_STRATUM);
    const quotas = quotasOf(strata, Math.floor(rate * members.length), rate);
    strata.forEach(({ items }, s) => {
      const order = items.toSorted((a, b) => drawOf(members[a]!) - drawOf(members[b]!) || a - b);
      for (const i of order.slice(0, quotas[s])) sent[members[i]!] = true;
      for (const i of items) stratum[members[i]!] = next;
      next++;
    });
  }
  return { sent, stratum };
}

/** Proportional to size by largest remainder, ties to the earlier stratum; at least 1 each, even past `wanted`. */
function quotasOf(strata: readonly Stratum[], wanted: number, rate: number): number[] {
  const exact = strata.map(({ items }) => rate * items.length);
  const quotas = exact.map((quota) => Math.max(1, Math.floor(quota)));
  const spare = wanted - quotas.reduce((sum, quota) => sum + quota, 0);
  const byRemainder = [...exact.keys()].filter((s) => quotas[s]! < strata[s]!.items.length)
    .sort((a, b) => (exact[b]! % 1) - (exact[a]! % 1) || a - b);
  for (const s of byRemainder.slice(0, Math.max(0, spare))) quotas[s]!++;
  return quotas;
}

/** Nearest-rank 90th percentile; 0 of nothing. */
function percentile90(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(0.9 * values.length) - 1] ?? 0;
}
