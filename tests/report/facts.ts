/** Facts of a summary, and the places that they name. */
import assert from "node:assert/strict";
import { Fact } from "../../lib/contracts/summary.ts";

/** Every fact below a value. */
export function factsIn(value: unknown): Fact[] {
  const parsed = Fact.safeParse(value);
  if (parsed.success) return [parsed.data];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(factsIn) : [];
}

function at(report: unknown, pointer: string): unknown {
  const steps = pointer.slice(1).split("/").map((step) => step.replace(/~1/g, "/").replace(/~0/g, "~"));
  return steps.reduce((node, step) => (node as Record<string, unknown>)[step], report);
}

/** Fails unless the fact's value is what stands, or can be counted, at its source in the health report. */
export function assertHolds({ value, source, counted }: Fact, report: unknown): void {
  const found = at(report, source);
  if (counted === undefined) return assert.equal(found, value, source);
  const entries = (found as Record<string, unknown>[]).filter((entry) =>
    Object.entries(counted).every(([name, field]) => entry[name] === field)
  );
  assert.equal(entries.length, value, source);
}
