/** What is asked of the data in plain language (domain reference 3.5). */
import type { Theme } from "../../../../contracts/demand.ts";
import type { Question } from "../../../../contracts/talk.ts";
import { access } from "./access.ts";
import type { Asked } from "./asked.ts";
import { attribution } from "./attribution.ts";
import { definitions } from "./definitions.ts";
import { duplicates } from "./duplicates.ts";
import { freshness } from "./freshness.ts";
import { joins } from "./joins.ts";
import { revenue } from "./revenue.ts";
import { schemaRequests } from "./schema_requests.ts";

const BY_THEME: Readonly<Record<Theme, readonly Asked[]>> = {
  metric_definition_mismatch: definitions,
  join_keys_orphans: joins,
  freshness_ingest_lag: freshness,
  duplicates_dedup: duplicates,
  access_permissions_pii: access,
  new_field_schema_request: schemaRequests,
  revenue_coverage_mapping: revenue,
  attribution_funnel_gaps: attribution,
};

export const questions: readonly Question[] = Object.entries(BY_THEME).flatMap(([theme, asked]) =>
  asked.map((question) => ({ ...question, theme: theme as Theme }))
);
