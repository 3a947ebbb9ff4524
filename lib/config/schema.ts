/** The settings of dnr: names, types, limits and defaults. `configs/default.yaml` repeats them with comments. */
import { z } from "zod";
import { QUALITIES, SCALES, TRAJECTORIES } from "../contracts/archetype.ts";
import { BUCKETS } from "../contracts/demand.ts";

const percent = (value: number): z.ZodDefault<z.ZodNumber> => z.number().min(0).max(100).default(value);
const share = (value: number): z.ZodDefault<z.ZodNumber> => z.number().min(0).max(1).default(value);
const count = (value: number): z.ZodDefault<z.ZodInt> => z.int().min(0).default(value);
const seed = (value: number): z.ZodDefault<z.ZodInt> => z.int().min(0).default(value);
const usd = (value: number): z.ZodDefault<z.ZodNumber> => z.number().min(0).default(value);
const multiplier = z.number().min(0).default(1);

/** A section whose absence stands for all its defaults. */
function section<S extends z.ZodRawShape>(shape: S): z.ZodPrefault<z.ZodObject<S, z.core.$strict>> {
  return z.strictObject(shape).prefault({} as never);
}

function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

const paths = section({
  data: z.string().min(1).default("data"),
  comms: z.string().min(1).default("comms"),
  reports: z.string().min(1).default("reports"),
  meta: z.string().min(1).default("meta"),
  runs: z.string().min(1).default("runs"),
});

const warehouse = section({
  archetypes: z.union([z.literal("all"), z.array(z.string()).min(1)]).default("all")
    .describe("Which synthetic companies quickstart makes: all, or a list of names"),
  scale: z.enum(SCALES).default("evaluation").describe("fast is a tenth of evaluation, large ten times"),
  quality: z.enum(QUALITIES).default("typical").describe("clean has no defects, severe three times the typical rates"),
  trajectory: z.enum(TRAJECTORIES).default("T1").describe("T1 steady, T2 +4 % a month, T3 -3 % a month"),
  tz: z.string().refine(isTimeZone, "a time zone such as America/Los_Angeles").default("America/Los_Angeles")
    .describe("Time zone whose days the rules speak of"),
  months: z.int().min(1).default(18).describe("Length of the history, whole months"),
  seed: seed(42),
  as_of: z.string().refine(isDay, "a day such as 2026-06-30").default("2026-06-30")
    .describe("Last local day of the history; 'now' is its end"),
  snapshot_days: z.int().min(1).nullable().default(null)
    .describe("Days of daily snapshots; null: the whole period, or the last 90 days at scale large"),
  defects: section({
    key_null: multiplier,
    null_spike: multiplier,
    orphan: multiplier,
    duplicate: multiplier,
    lag: multiplier,
  }).describe("Factors upon the quality profile's rate of each defect; 0 leaves that defect out"),
});

/** Shares of a whole, by name; a table that gives some of them gives all. */
function mix(shares: Readonly<Record<string, number>>): z.ZodDefault<z.ZodType<Readonly<Record<string, number>>>> {
  const shape = z.strictObject(Object.fromEntries(Object.keys(shares).map((name) => [name, z.number().min(0).max(1)])));
  const whole = shape.refine((given) => Math.abs(Object.values(given).reduce((a, b) => a + b, 0) - 1) < 1e-6, {
    error: `expected shares of ${Object.keys(shares).join(", ")} that add up to 1`,
  });
  return (whole as z.ZodType<Readonly<Record<string, number>>>).default(shares);
}

const comms = section({
  slack_threads: count(3000),
  email_threads: count(800),
  nlq: count(1000),
  months: z.int().min(1).default(12).describe("Length of the correspondence, whole months before as_of"),
  sample_policy: z.enum(["event_aware"]).default("event_aware"),
  relevance_mix: mix({ positive: 0.55, hard_negative: 0.2, negative: 0.25 })
    .describe("Shares of threads and e-mails"),
  theme_mix: mix({
    metric_definition_mismatch: 0.18,
    freshness_ingest_lag: 0.17,
    access_permissions_pii: 0.14,
    join_keys_orphans: 0.13,
    new_field_schema_request: 0.12,
    revenue_coverage_mapping: 0.09,
    duplicates_dedup: 0.09,
    attribution_funnel_gaps: 0.08,
  }).describe("Shares of what positive items are about"),
  model: z.string().min(1).default("gpt-4o-mini"),
  api_cap_usd: usd(1).describe("Most that one company's correspondence may cost"),
  seed: seed(43),
});

const classification = section({
  engine: z.enum(["llm"]).default("llm"),
  provider: z.enum(["openai", "local"]).default("openai"),
  model: z.string().min(1).default("gpt-4o-mini"),
  temperature: z.number().min(0).max(2).default(0),
  max_output_tokens: z.int().min(1).default(64),
  concurrency: z.int().min(1).default(5),
  api_cap_usd: usd(1),
  prefilter_threshold: share(0.35),
  prefilter_buckets: z.array(z.enum(BUCKETS)).min(1).default([...BUCKETS])
    .describe("Kinds of channels and lists that are read at all"),
  env_key_var: z.string().min(1).default("OPENAI_API_KEY"),
});

const entities = section({
  provider: z.enum(["openai", "local"]).default("openai"),
  model: z.string().min(1).default("gpt-4o-mini"),
  api_cap_usd: usd(0.1),
});

const gaps = section({
  model: z.string().min(1).default("gpt-5-mini"),
  embed_model: z.string().min(1).default("text-embedding-3-small"),
  api_cap_usd: usd(1).describe("Most that one report of gaps may cost, embeddings among it"),
});

const llm = section({
  provider: z.enum(["auto", "openai", "local"]).default("auto")
    .describe("auto: openai where a key is set, else the embedded local model"),
  api: z.enum(["responses", "chat"]).default("responses"),
  api_base: z.url({ protocol: /^https?$/ }).default("https://api.openai.com/v1"),
  api_key: z.string().min(1).nullable().default(null).describe("Secret; better set as OPENAI_API_KEY or LLM_API_KEY"),
  timeout_s: z.number().positive().default(15),
  retries: z.int().min(0).default(2),
  max_concurrency: z.int().min(1).default(40)
    .describe("Most requests under way at once; the start is classification.concurrency"),
  successors: z.record(z.string(), z.array(z.string().min(1)))
    .default({ "gpt-4o-mini": ["gpt-6-luna"], "gpt-5-mini": ["gpt-6-luna"] })
    .describe("Models asked instead, in order, once the endpoint says that a model is gone"),
  prices: z.record(z.string(), z.strictObject({ input: usd(0), cached: usd(0), output: usd(0) })).default({})
    .describe("US dollars for a million tokens, by model; they override the built-in table"),
});

const report = section({
  scoring_weights: section({ revenue: share(0.6), demand: share(0.25), severity: share(0.15) }),
  slos: section({
    key_null_pct: percent(1),
    fk_orphan_pct: percent(2),
    dup_keys_pct: percent(0.2),
    p95_ingest_lag_min: z.number().positive().default(90),
  }),
  window_days: z.int().min(1).default(30).describe("Local days that a report looks back from the end of the data"),
  demand_base_weights: section({ nlq: share(0.5), slack: share(0.3), email: share(0.2) }),
  demand_weight_caps: section({ min: share(0.15), max: share(0.6) }),
  revenue_norm: z.enum(["median_3m"]).default("median_3m"),
  seed: seed(46).describe("Seed of the resamples behind each action's standing"),
  invoice_aggregates: section({
    slos: section({
      missing_pct: percent(5),
      on_time_pct: percent(93),
      dup_key_pct: percent(1),
      p95_payment_lag_min: z.number().positive().default(4320),
    }),
  }),
  marketplace: section({
    evening_window: section({ min_share_pct: percent(25), min_days_pct: percent(85) }),
  }),
});

const budget = section({
  mode: z.enum(["sample_to_fit"]).default("sample_to_fit"),
  safety_margin: share(0.25),
  coverage_floor_pct: percent(20),
  seed: seed(45).describe("Seed of the draw where the budget does not reach for all"),
});

const evaluation = section({
  seed: seed(44),
  resamples: z.int().min(100).default(1000).describe("Bootstrap resamples behind each interval"),
  gates: section({
    theme_macro_f1: share(0.72).describe("Slack and e-mail"),
    relevance_macro_f1: share(0.75).describe("Slack and e-mail"),
    nlq_theme_macro_f1: share(0.72),
    coverage: share(0.95).describe("Answered items among those sent"),
  }),
});

const cache = section({ enabled: z.boolean().default(true), dir: z.string().min(1).default(".cache/llm") });

const resources = section({
  threads: z.int().min(1).nullable().default(null).describe("Threads of the engine; null: one for each core"),
  memory_limit: z.string().regex(/^\d+(\.\d+)? ?([KMGT]i?B)$/, "a size such as 700MB").nullable().default(null)
    .describe("Memory of the engine, beyond which it spills to disk; null: 700MB to generate, 500MB to read"),
});

export const Config = z.strictObject({
  paths,
  warehouse,
  comms,
  classification,
  entities,
  gaps,
  llm,
  report,
  budget,
  evaluation,
  cache,
  resources,
}).describe("Settings of dnr");
export type Config = z.infer<typeof Config>;

/** Settings that are never printed. */
export const SECRETS: readonly string[] = ["llm.api_key"];
