import type { Source, Theme } from "../contracts/demand.ts";

/** Themes in plain words: a title, and what people lack. */
export const THEME_WORDS: Readonly<Record<Theme, { readonly title: string; readonly meaning: string }>> = {
  metric_definition_mismatch: {
    title: "Metric definitions",
    meaning: "numbers differ because their filters, clocks or formulas do",
  },
  join_keys_orphans: { title: "Broken links", meaning: "records that should match do not" },
  freshness_ingest_lag: { title: "Late data", meaning: "data arrives late, or not at all" },
  duplicates_dedup: { title: "Duplicates", meaning: "the same thing is stored more than once" },
  access_permissions_pii: { title: "Access and privacy", meaning: "people see too little, or too much" },
  new_field_schema_request: { title: "Missing fields", meaning: "something is wanted that is not stored" },
  revenue_coverage_mapping: { title: "Revenue coverage", meaning: "money that is not captured, rated or assigned" },
  attribution_funnel_gaps: { title: "Attribution and funnels", meaning: "steps and sources that are not recorded" },
};

/** One item of a source. */
export const ITEM_WORDS: Readonly<Record<Source, string>> = {
  slack: "Slack thread",
  email: "e-mail",
  nlq: "data question",
};

export const SOURCE_WORDS: Readonly<Record<Source, string>> = {
  slack: "Slack threads",
  email: "e-mails",
  nlq: "data questions",
};
