/** `config.yaml` of `pack gen`: how much a pack holds, over what time, and what is wrong in it. */
import { z } from "zod";
import { GAP_CLASSES, type GapClass } from "./pack.ts";

export const PACK_DOMAINS = [
  "sales",
  "finance",
  "marketing",
  "product",
  "support",
  "logistics",
  "people",
  "risk",
] as const;
export type PackDomain = (typeof PACK_DOMAINS)[number];

const MIX = {
  missing_dataset: 0.12,
  missing_column: 0.14,
  stale_data: 0.14,
  access: 0.1,
  definition_conflict: 0.12,
  quality: 0.14,
  grain_mismatch: 0.09,
  none: 0.15,
} as const satisfies Readonly<Record<GapClass, number>>;

const share = z.number().min(0).max(1);
const count = (value: number, max: number): z.ZodDefault<z.ZodInt> => z.int().min(0).max(max).default(value);

/** A section whose absence stands for all its defaults. */
function section<S extends z.ZodRawShape>(shape: S): z.ZodPrefault<z.ZodObject<S, z.core.$strict>> {
  return z.strictObject(shape).prefault({} as never);
}

export const PackConfig = z.strictObject({
  counts: section({
    datasets: z.int().min(1).max(60).default(40).describe("Datasets of the catalog, at most; parents come along"),
    nl_queries: count(300, 100_000),
    slack_threads: count(200, 100_000).describe("Each of one to five messages"),
    email_threads: count(80, 100_000).describe("Each of one or two e-mails"),
    users: z.int().min(2).max(10_000).default(60),
  }),
  window_days: z.int().min(1).max(730).default(30).describe("Days up to 'now' in which people ask"),
  domains: z.array(z.enum(PACK_DOMAINS)).min(1).default([...PACK_DOMAINS])
    .describe("Parts of the business that the catalog covers"),
  gaps_per_class: z.int().min(1).max(20).default(3).describe("Different gaps of each class that people run into"),
  gap_mix: z.strictObject(Object.fromEntries(GAP_CLASSES.map((name) => [name, share])) as Record<GapClass, z.ZodNumber>)
    .refine((mix) => Math.abs(Object.values(mix).reduce((a, b) => a + b, 0) - 1) < 1e-6, {
      error: "expected shares that add up to 1",
    })
    .default(MIX).describe("Shares of what is asked, by class of gap; all of them, adding up to 1"),
}).describe("What `pack gen` makes");
export type PackConfig = z.infer<typeof PackConfig>;
