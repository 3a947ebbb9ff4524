/** Checks that an archetype declares for itself. */
import { z } from "zod";
import type { Archetype, SanityCheck } from "../contracts/archetype.ts";
import type { Duck } from "../infra/duck.ts";
import { between, type Check } from "./check.ts";
import { gate } from "./gate.ts";

const Value = z.strictObject({ id: z.string(), value: z.number().nullable() });

/** Asks for the values of an archetype's checks. Needs the views that measuring leaves in the session. */
export async function readValues(duck: Duck, { checkSql }: Archetype): Promise<Map<string, number | null>> {
  if (checkSql === undefined) return new Map();
  const rows = await duck.rows(
    `SELECT id, CAST(value AS DOUBLE) AS value FROM (\n${checkSql}\n) AS checked ORDER BY id`,
    Value,
  );
  return new Map(rows.map(({ id, value }) => [id, value]));
}

/** The checks of an archetype that belong to a gate. */
export function sanityChecks(
  { checks = [] }: Archetype,
  gate: SanityCheck["gate"],
  values: ReadonlyMap<string, number | null>,
): Check[] {
  return checks.filter((check) => check.gate === gate).map(({ id, title, unit, min, max }) =>
    between({ check: id, min, max, observed: values.get(id) ?? null, unit, reason: title })
  );
}

/** Reference data is complete, and no larger than it should be. */
export const taxonomy = gate(
  "taxonomy",
  "Taxonomy coverage and caps",
  ["archetype", "generated", "values"],
  ({ archetype, values }) => sanityChecks(archetype, "taxonomy", values),
);

/** What the company earns lies in its bands. */
export const monetization = gate(
  "monetization",
  "Monetization sanity bands",
  ["archetype", "generated", "values"],
  ({ archetype, values }) => sanityChecks(archetype, "monetization", values),
);
