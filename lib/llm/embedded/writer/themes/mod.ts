import type { Theme } from "../../../../contracts/demand.ts";
import type { ThemeBank } from "../scene.ts";
import { access } from "./access.ts";
import { attribution } from "./attribution.ts";
import { definitions } from "./definitions.ts";
import { duplicates } from "./duplicates.ts";
import { freshness } from "./freshness.ts";
import { joins } from "./joins.ts";
import { revenue } from "./revenue.ts";
import { schemaRequests } from "./schema_requests.ts";

const BANKS: Readonly<Record<Theme, ThemeBank>> = {
  metric_definition_mismatch: definitions,
  join_keys_orphans: joins,
  freshness_ingest_lag: freshness,
  duplicates_dedup: duplicates,
  access_permissions_pii: access,
  new_field_schema_request: schemaRequests,
  revenue_coverage_mapping: revenue,
  attribution_funnel_gaps: attribution,
};

export function themeBank(theme: Theme): ThemeBank {
  return BANKS[theme];
}
