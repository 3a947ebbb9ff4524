/** Hand-written rows as a session of evidence over June 2026. */
import { archetypeById } from "../../lib/archetypes/mod.ts";
import type { Archetype } from "../../lib/contracts/archetype.ts";
import { candidates } from "../../lib/evidence/candidates.ts";
import { type EvidenceSession, openEvidence } from "../../lib/evidence/session.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import bankSql from "../adopted/neobank.sql" with { type: "text" };
import { writeTable } from "../health/shop.ts";

export const SLOS = { key_null_pct: 1, fk_orphan_pct: 2, dup_keys_pct: 0.2, p95_ingest_lag_min: 90 };
const JUNE = { from: "2026-06-01", to: "2026-06-30" };

type Look = (session: EvidenceSession) => Promise<void>;

async function inFolder(archetype: Archetype, write: (folder: string) => Promise<void>, look: Look): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await write(folder);
    await using duck = await openDuck({ threads: 1 });
    await look(await openEvidence(duck, { archetype, folder, tz: "America/Los_Angeles", window: JUNE }));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Rows of each table as SQL values; a table without is empty. */
export async function inTables(
  archetype: Archetype,
  rows: Readonly<Record<string, string>>,
  look: Look,
): Promise<void> {
  await inFolder(archetype, async (folder) => {
    for (const table of archetype.tables) await writeTable(folder, table, rows[table.name] ?? "");
  }, look);
}

/** The bank of `tests/adopted`, after further statements. */
export async function inBank(statements: string, look: Look): Promise<void> {
  const neobank = archetypeById("neobank");
  await inFolder(neobank, async (folder) => {
    await using maker = await openDuck();
    await maker.run(`${bankSql};${statements}`);
    for (const { name } of neobank.tables) {
      await maker.run(`COPY ${name} TO '${folder}/${name}.parquet' (FORMAT parquet)`);
    }
  }, look);
}

/** Low, mid and high of every gap that can be summed, by its id. */
export async function money(session: EvidenceSession, archetype: Archetype): Promise<Record<string, number[]>> {
  const risks = await session.risks(candidates(archetype, SLOS));
  return Object.fromEntries(
    [...risks].flatMap(([id, { low, mid, high, measurable }]) => measurable ? [[id, [low, mid, high]]] : []),
  );
}
