import { z } from "zod";
import type { Archetype } from "../../contracts/archetype.ts";
import type { Duck } from "../../infra/duck.ts";
import { openJail } from "../../infra/jail.ts";

/** Queries, and those whose statement can be planned on the archetype's tables. */
export interface StatementFacts {
  readonly total: number;
  readonly parsed: number;
  /** Why the first that cannot is refused. */
  readonly fault: string | null;
}

const LIMITS = { memoryLimit: "256MB", timeoutMs: 10_000, threads: 1 } as const;

const Statement = z.strictObject({ sql: z.string(), queries: z.int() });

/** Plans each different statement once, of the loaded communications in the jail, on empty tables. */
export async function readStatements(duck: Duck, { tables }: Archetype): Promise<StatementFacts> {
  const statements = await duck.rows(
    "SELECT generated_sql AS sql, count(*) AS queries FROM nlq GROUP BY sql ORDER BY min(query_id)",
    Statement,
  );
  await using jail = await openJail({ ...LIMITS, warehouse: null, tables });
  let [total, parsed] = [0, 0];
  let fault: string | null = null;
  for (const { sql, queries } of statements) {
    const outcome = await jail.parse(sql);
    total += queries;
    if (outcome.ok) parsed += queries;
    else fault ??= outcome.error;
  }
  return { total, parsed, fault };
}
