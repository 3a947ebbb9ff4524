/** A score from 0 to 1 with three digits; `-` where there is none. */
export function score(value: number | null): string {
  return value === null ? "-" : value.toFixed(3);
}
