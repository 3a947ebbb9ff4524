/** `meta/{arch}/defects.json`: what was broken on purpose. Only the gates and evaluations may read it. */
import { z } from "zod";
import { Ds } from "./health.ts";

export const DEFECTS = [
  "key_null",
  "null_spike",
  "orphan_missing",
  "orphan_temporal",
  "duplicate",
  "lag_incident",
  "write_gap",
] as const;
export type Defect = (typeof DEFECTS)[number];

export const LedgerEntry = z.strictObject({
  id: z.string(),
  defect: z.enum(DEFECTS),
  table: z.string(),
  column: z.string().nullable(),
  /** Local days touched; null when the defect runs through the whole period. */
  days: z.array(Ds).nullable(),
  /** ISO 8601 UTC; null when the defect runs through whole days. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Share of rows (of the day, for a spike or an incident), 0 to 1. */
  planned_rate: z.number().nullable(),
  realised_rate: z.number().nullable(),
  /** Affected rows, and the rows that they are a share of. */
  rows: z.int(),
  of_rows: z.int(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

export const Ledger = z.strictObject({
  schema_version: z.literal("1.0"),
  archetype: z.string(),
  seed: z.int(),
  quality: z.string(),
  tz: z.string(),
  tables: z.array(z.strictObject({ table: z.string(), rows: z.int() })),
  entries: z.array(LedgerEntry),
});
export type Ledger = z.infer<typeof Ledger>;
