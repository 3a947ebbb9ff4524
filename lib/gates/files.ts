import { exact } from "./check.ts";
import { gate } from "./gate.ts";

/** Every file is as its manifest says, and the manifest names the file of every table. */
export const files = gate("files", "Manifest and SHA-256 of every file", ["archetype", "faults"], (evidence) => {
  const { archetype: { tables }, faults } = evidence;
  const unlisted = tables.map(({ name }) => `${name}.parquet`).filter((path) => !faults.has(path));
  return [
    ...[...faults].map(([path, fault]) =>
      exact({ check: path, expected: "as in the manifest", observed: fault ?? "as in the manifest" })
    ),
    ...unlisted.map((path) => exact({ check: path, expected: "in the manifest", observed: "not in the manifest" })),
  ];
});
