/** Uniform draws in [0, 1). */
export type Draw = () => number;

/** The items in an order drawn anew (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], draw: Draw): T[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(draw() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** One of the items; the n-th is half as likely as the first where n is 2, a third where n is 3 (Zipf's law). */
export function pickByRank<T>(items: readonly T[], draw: Draw): T {
  const total = items.reduce((sum, _, i) => sum + 1 / (i + 1), 0);
  let left = draw() * total;
  const found = items.find((_, i) => (left -= 1 / (i + 1)) < 0) ?? items.at(-1);
  if (found === undefined) throw new RangeError("pickByRank() from an empty list");
  return found;
}

/** One of the names, as likely as its weight says. */
export function pickByWeight<K extends string>(weights: Readonly<Record<K, number>>, draw: Draw): K {
  const names = Object.keys(weights) as K[];
  let left = draw() * names.reduce((sum, name) => sum + weights[name], 0);
  return names.find((name) => (left -= weights[name]) < 0) ?? names.at(-1)!;
}
