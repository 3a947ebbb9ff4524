import { type Check, exact } from "./check.ts";
import type { SampleFile } from "./evidence.ts";
import { gate } from "./gate.ts";

function checkOf(path: string, first: readonly SampleFile[], second: readonly SampleFile[]): Check {
  const digestIn = (files: readonly SampleFile[]): string =>
    files.find((file) => file.path === path)?.sha256.slice(0, 16) ?? "no such file";
  return exact({
    check: path,
    expected: digestIn(first),
    observed: digestIn(second),
    reason: "start of the SHA-256 on one thread, and on two",
  });
}

function checksOf([first, second]: readonly [readonly SampleFile[], readonly SampleFile[]]): Check[] {
  const paths = new Set([...first, ...second].map(({ path }) => path));
  return [...paths].sort().map((path) => checkOf(path, first, second));
}

/** The same seed gives the same bytes, whatever the number of threads: every file of a sample generated twice. */
export const reproducibility = gate(
  "reproducibility",
  "Reproducibility with the same seed",
  ["samples"],
  ({ samples }) => checksOf(samples),
);

/** The same holds of a sample of communications, by the embedded writer. */
export const commsReproducibility = gate(
  "comms_reproducibility",
  "Comms: reproducibility with the same seed",
  ["commsSamples"],
  ({ commsSamples }) => checksOf(commsSamples),
);
