/** `themes.json`: what people ask for, by theme, source and week. */
import { z } from "zod";
import { SOURCES, THEMES } from "./demand.ts";
import { Ds } from "./health.ts";

const Count = z.int().min(0);

/** A share from 0 to 1, and the 95 % interval of what sampling leaves open; one point where every item was read. */
export const DemandShare = z.strictObject({
  share: z.number().min(0).max(1),
  low: z.number().min(0).max(1),
  high: z.number().min(0).max(1),
});
export type DemandShare = z.infer<typeof DemandShare>;

/** Needs of the window as they were read, unweighted: solved in their thread, left open, or not told. */
const resolution = { met: Count, unmet: Count, untold: Count };

const SourceDemand = z.strictObject({
  source: z.enum(SOURCES),
  /** Null where the source has no need in the window, or no answer. */
  share: DemandShare.nullable(),
  /** Needs that were read, and the eligible ones that they stand for. */
  read: Count,
  weighted: z.number().min(0),
  ...resolution,
});

const ThemeDemand = z.strictObject({
  theme: z.enum(THEMES),
  /** Over all sources by their weights; null where nobody needs anything in the window. */
  share: DemandShare.nullable(),
  ...resolution,
  sources: z.array(SourceDemand),
});

export const SourceSummary = z.strictObject({
  source: z.enum(SOURCES),
  /** In the combined shares: base × volume, renormalised and capped. */
  weight: z.number().min(0).max(1),
  /** Eligible items of the window, those that were answered, and those of them that ask for data. */
  eligible: Count,
  answered: Count,
  needs: Count,
});
export type SourceSummary = z.infer<typeof SourceSummary>;

const WeekDemand = z.strictObject({
  /** Its Monday. */
  week: Ds,
  source: z.enum(SOURCES),
  theme: z.enum(THEMES),
  read: Count,
  weighted: z.number().min(0),
});

const common = { schema_version: z.literal("1.0"), archetype: z.string() };

export const ThemesSkipped = z.strictObject({ ...common, status: z.literal("skipped"), reason: z.string() });

export const ThemesLabelled = z.strictObject({
  ...common,
  status: z.literal("labelled"),
  run_id: z.string(),
  provider: z.string(),
  model: z.string(),
  window: z.strictObject({ from: Ds, to: Ds, days: z.int() }),
  sources: z.array(SourceSummary),
  /** Most wanted first. */
  themes: z.array(ThemeDemand),
  /** The whole correspondence, oldest first; weeks and themes without a need are left out. */
  weeks: z.array(WeekDemand),
  notes: z.array(z.string()),
});
export type ThemesLabelled = z.infer<typeof ThemesLabelled>;

export const ThemesReport = z.discriminatedUnion("status", [ThemesSkipped, ThemesLabelled]);
export type ThemesReport = z.infer<typeof ThemesReport>;
