import { SOURCES } from "../../contracts/demand.ts";
import { exact } from "../check.ts";
import { gate } from "../gate.ts";
import { rowFileChecks } from "./row_files.ts";

const EXPECTED = "as in the manifest";

/** Every file of the communications is as its manifest says. */
export const commsFiles = gate(
  "comms_files",
  "Comms: manifest and SHA-256 of every file",
  ["commsFaults"],
  ({ commsFaults }) =>
    [...commsFaults].map(([path, fault]) => exact({ check: path, expected: EXPECTED, observed: fault ?? EXPECTED })),
);

/** Every file of communications and labels has its columns in their types, and values that they allow. */
export const commsSchema = gate(
  "comms_schema",
  "Comms: columns, types and closed lists",
  ["commsTables"],
  ({ commsTables }) => commsTables.flatMap(rowFileChecks),
);

/** The labels that lie in the folder are those that were written with the communications. */
export const commsLabelFiles = gate(
  "comms_label_files",
  "Comms: labels are those of the manifest",
  ["asked", "labelDigests"],
  ({ asked, labelDigests }) =>
    SOURCES.map((source) =>
      exact({
        check: source,
        expected: asked.labels[source].slice(0, 16),
        observed: labelDigests[source].slice(0, 16),
        reason: "start of the SHA-256",
      })
    ),
);
