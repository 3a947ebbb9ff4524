import { apportion } from "../core/apportion.ts";
import { generator } from "../core/seeds.ts";

/** Random draws from one named stream. */
export interface Draws {
  /** In [0, 1). */
  uniform(): number;
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** One of the names, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  /** Lognormal with that median; `sigma` is the standard deviation of its logarithm. */
  lognormal(median: number, sigma: number): number;
  shuffled<T>(items: readonly T[]): T[];
}

/** The draws of the stream `name`. Streams of other names are independent of it. */
export function draws(seed: number, name: string): Draws {
  const uniform = generator(seed, name);
  const below = (count: number): number => Math.floor(uniform() * count);
  return {
    uniform,
    whole: (from, to) => from + below(to - from + 1),
    chance: (probability) => uniform() < probability,
    pick(items) {
      if (items.length === 0) throw new RangeError(`draws() of ${name} cannot pick from nothing`);
      return items[below(items.length)]!;
    },
    weighted(weights) {
      const names = Object.keys(weights) as (keyof typeof weights)[];
      let left = uniform() * names.reduce((sum, key) => sum + weights[key], 0);
      return names.find((key) => (left -= weights[key]) < 0) ?? names.at(-1)!;
    },
    // Box and Muller (1958); 1 - uniform is never 0.
    lognormal: (median, sigma) =>
      median * Math.exp(sigma * Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())),
    shuffled(items) {
      const order = [...items];
      for (let last = order.length - 1; last > 0; last--) {
        const other = below(last + 1);
        [order[last], order[other]] = [order[other]!, order[last]!];
      }
      return order;
    },
  };
}

/** Opens a company's streams by name, such as `slack/17/time`. */
export type Streams = (name: string) => Draws;

/** The streams of one company: another company has others, of the same seed too. */
export function streamsOf(seed: number, company: string): Streams {
  return (name) => draws(seed, `comms/${company}/${name}`);
}

/** `total` names in random order, each exactly as often as the largest remainder gives it. */
export function dealt<K extends string>(stream: Draws, total: number, shares: Readonly<Record<K, number>>): K[] {
  const counts = apportion(total, shares);
  return stream.shuffled((Object.keys(counts) as K[]).flatMap((name) => new Array<K>(counts[name]).fill(name)));
}
