import { BUCKET_MIX, ROLE_MIX, THREAD_MESSAGES } from "../../contracts/comms_rules.ts";
import { ROLES, SOURCES } from "../../contracts/demand.ts";
import { apportion } from "../../core/apportion.ts";
import { type Check, exact, near } from "../check.ts";
import { gate } from "../gate.ts";
import type { Tally } from "./facts.ts";
import { CORRESPONDENCE, mixChecks } from "./mix.ts";

/** Items may differ from what was asked by this share (specification, section 7). */
const TOLERANCE = 0.05;

function strayLengths(tallies: readonly Tally[]): number {
  return tallies
    .filter(({ kind, name }) =>
      kind === "messages" && (Number(name) < THREAD_MESSAGES.min || Number(name) > THREAD_MESSAGES.max)
    )
    .reduce((sum, { n }) => sum + n, 0);
}

/** As many items as were asked for, in threads of the seed's length, spread over the buckets. */
export const commsVolumes = gate(
  "comms_volumes",
  "Comms volumes and bucket mix",
  ["asked", "corpus"],
  ({ asked, corpus: { tallies } }) => [
    ...SOURCES.map((source) =>
      near({
        check: source,
        expected: asked.items[source],
        observed: tallies.find((tally) => tally.kind === "items" && tally.source === source)?.n ?? 0,
        tolerance: TOLERANCE * asked.items[source],
        unit: "items",
      })
    ),
    exact({
      check: `threads of other than ${THREAD_MESSAGES.min} to ${THREAD_MESSAGES.max} messages`,
      expected: 0,
      observed: strayLengths(tallies),
      unit: "threads",
    }),
    ...CORRESPONDENCE.flatMap((source) => mixChecks(source, BUCKET_MIX, tallies, "bucket")),
  ],
);

/** People share out the seed's roles by largest remainder, in each source. */
export const commsRoles = gate(
  "comms_roles",
  "Comms roles, exact",
  ["asked", "corpus"],
  ({ corpus: { tallies } }) =>
    CORRESPONDENCE.flatMap((source): Check[] => {
      const found = new Map(
        tallies.filter((tally) => tally.kind === "role" && tally.source === source).map(({ name, n }) => [name, n]),
      );
      const expected = apportion([...found.values()].reduce((sum, n) => sum + n, 0), ROLE_MIX);
      return ROLES.map((role) =>
        exact({ check: `${source} ${role}`, expected: expected[role], observed: found.get(role) ?? 0, unit: "people" })
      );
    }),
);
