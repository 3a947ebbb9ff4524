import type { Archetype } from "../contracts/archetype.ts";
import type { Slos } from "../contracts/health.ts";
import { type Candidate, candidate } from "./candidate.ts";
import { definitionCandidates } from "./definitions.ts";
import { duplicateCandidates } from "./duplicates.ts";
import { freshnessCandidates } from "./freshness.ts";
import { joinCandidates } from "./joins.ts";
import { ruleCandidates } from "./rules.ts";

/** Themes that ask for what is not in the rows. */
const WITHOUT_ROWS = ["access_permissions_pii", "new_field_schema_request"] as const;

/**
 * Every gap that a warehouse of this archetype may have: joins at each foreign key, freshness and duplicates at each
 * loaded table, coverage at each revenue-bearing key and rule, attribution at each rule, definitions at each key figure's
 * main table, and the themes without rows at each table.
 */
export function candidates(archetype: Archetype, slos: Slos): Candidate[] {
  const carriers = new Set(archetype.revenue?.sources.map(({ table }) => table));
  return [
    ...joinCandidates(archetype, carriers, slos),
    ...freshnessCandidates(archetype, carriers, slos),
    ...duplicateCandidates(archetype, carriers, slos),
    ...ruleCandidates(archetype, slos),
    ...definitionCandidates(archetype.revenue?.kpis ?? []),
    ...WITHOUT_ROWS.flatMap((theme) =>
      archetype.tables.map(({ name }) =>
        candidate(theme, { table: name, column: null, parent: null }, {
          money: null,
          basis: "what is asked for is not in the rows: no money can be summed",
          figures: [],
        })
      )
    ),
  ];
}
