/** A quoted SQL identifier. */
export function ident(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A SQL literal of a plain value. Non-finite numbers are refused: they are a fault of the caller. */
export function literal(value: string | number | bigint | boolean | null): string {
  if (value === null) return "NULL";
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new RangeError(`literal() needs a finite number: ${value}`);
  }
  return String(value);
}
