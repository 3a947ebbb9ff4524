/** Facts of a summary, and the places that they name. */
import assert from "node:assert/strict";
import type { HealthReport } from "../../lib/contracts/health.ts";
import { type ExecSummary, Fact } from "../../lib/contracts/summary.ts";

/** Every fact below a value. */
export function factsIn(value: unknown): Fact[] {
  if (typeof value !== "object" || value === null) return [];
  return "shown" in value ? [Fact.parse(value)] : Object.values(value).flatMap(factsIn);
}

/** What stands at a JSON Pointer. */
export function at(document: unknown, pointer: string): unknown {
  const steps = pointer.slice(1).split("/").map((step) => step.replace(/~1/g, "/").replace(/~0/g, "~"));
  return steps.reduce((node, step) => (node as Record<string, unknown>)[step], document);
}

/** Fails unless the fact's value is what stands, or can be counted, at its source. */
export function assertHolds({ value, source, counted }: Fact, summary: ExecSummary, report: HealthReport): void {
  const [file, pointer] = source.split("#");
  const found = at(file === "" ? summary : report, pointer!);
  if (counted === undefined) return assert.equal(found, value, source);
  const entries = (found as Record<string, unknown>[]).filter((entry) =>
    Object.entries(counted).every(([name, field]) => entry[name] === field)
  );
  assert.equal(entries.length, value, source);
}

/** Units that a value may be told in: as it is, a share in percent, cents in dollars, minutes in hours or days. */
const SCALES = [1, 100, 1 / 100, 1 / 60, 1 / 1440];
const SUFFIXES: Readonly<Record<string, number>> = { k: 1e3, M: 1e6, B: 1e9 };

/** Fails unless what is shown is the value, rounded to the digits shown, in one of the units that values are told in. */
export function assertShows({ value, shown }: Fact): void {
  if (value === null) return assert.doesNotMatch(shown, /\d/);
  const numeral = shown.match(/(\d[\d,]*)(\.\d+)?([kMB])?/);
  assert.ok(numeral, shown);
  const [, whole, decimals = ".", suffix = ""] = numeral;
  const unit = SUFFIXES[suffix] ?? 1;
  const told = Number(whole!.replaceAll(",", "") + decimals) * unit;
  const step = unit * 10 ** (1 - decimals.length);
  const near = SCALES.some((scale) => Math.abs(Math.abs(value) * scale - told) <= step * 0.5000001);
  assert.ok(near || shown.startsWith("<"), `${shown} is told of ${value}`);
}
