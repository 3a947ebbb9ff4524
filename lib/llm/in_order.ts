/** Items that are asked for before any is answered. */
const FIRST = 8;

/**
 * Asks for all of `items`, several at a time, and hands the answers over in the order of the items, whatever order they
 * come in: what is made of them does not depend on concurrency.
 *
 * Up to `ahead` items beyond the oldest unanswered one are asked for, a few at first and one more with each answer: an
 * endpoint that is away from the start is not asked for all that many. Once `take` returns false, nothing more is asked;
 * what is under way is waited for and dropped.
 *
 * @param take Called with each answer, in order; false ends it.
 * @returns How many answers were taken.
 * @throws what `ask` throws first, in order, after all that is under way has ended.
 */
export async function askInOrder<T, A>(
  items: readonly T[],
  ahead: number,
  ask: (item: T) => Promise<A>,
  take: (answer: A, i: number) => boolean,
): Promise<number> {
  const underWay: Promise<A>[] = [];
  const start = (i: number): void => {
    const asked = ask(items[i]!);
    // Its fault is met when its turn comes; until then it must not count as unhandled.
    asked.catch(() => {});
    underWay.push(asked);
  };
  let next = 0;
  try {
    for (let i = 0; i < items.length; i++) {
      while (next < items.length && next < i + Math.min(ahead, FIRST + i)) start(next++);
      if (!take(await underWay.shift()!, i)) return i + 1;
    }
    return items.length;
  } finally {
    await Promise.allSettled(underWay);
  }
}
