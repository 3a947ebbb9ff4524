import type { Placed, Problem } from "./problem.ts";

/** Records whose key another record of the list had before. */
export function repeated<T>(
  records: readonly Placed<T>[],
  what: string,
  keyOf: (value: T) => string,
): Problem[] {
  const first = new Map<string, number>();
  return records.flatMap(({ file, line, value }) => {
    const key = keyOf(value);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, line);
      return [];
    }
    return [{ file, line, message: `${what} ${key} is there twice: first in line ${before}` }];
  });
}
