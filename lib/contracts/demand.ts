/** What people ask of their data, in closed lists: what every plan, prompt, label and prediction speaks of. */
import { z } from "zod";

export const THEMES = [
  "metric_definition_mismatch",
  "join_keys_orphans",
  "freshness_ingest_lag",
  "duplicates_dedup",
  "access_permissions_pii",
  "new_field_schema_request",
  "revenue_coverage_mapping",
  "attribution_funnel_gaps",
] as const;
export const Theme = z.enum(THEMES);
export type Theme = z.infer<typeof Theme>;

/** Only threads and e-mails have a relevance: whoever writes a natural-language query asks for data. */
export const RELEVANCES = ["positive", "hard_negative", "negative"] as const;
export const Relevance = z.enum(RELEVANCES);
export type Relevance = z.infer<typeof Relevance>;

export const SOURCES = ["slack", "email", "nlq"] as const;
export const Source = z.enum(SOURCES);
export type Source = z.infer<typeof Source>;

export const ROLES = [
  "exec",
  "data_eng",
  "analytics_eng",
  "bi",
  "product_analytics",
  "eng_platform",
  "pm",
  "finance",
  "other",
] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** Kinds of channels and mailing lists. */
export const BUCKETS = ["platform", "analytics", "domain"] as const;
export const Bucket = z.enum(BUCKETS);
export type Bucket = z.infer<typeof Bucket>;
