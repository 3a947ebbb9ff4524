/**
 * How far a list of keywords gets at naming the themes. A corpus that gives its labels away in its words lets such a
 * list win; then a classifier's score on it would say nothing.
 */
import { type Theme, THEMES } from "../contracts/demand.ts";
import { macroF1 } from "../core/f1.ts";

/** The first words that come to mind for each theme; matched at the start of words. */
const KEYWORDS: Readonly<Record<Theme, readonly string[]>> = {
  metric_definition_mismatch: ["definition", "define", "metric", "mismatch", "disagree", "different number", "formula"],
  join_keys_orphans: ["join", "orphan", "foreign key", "unmatched", "null", "missing id", "no match"],
  freshness_ingest_lag: ["late", "stale", "fresh", "lag", "delay", "behind", "not updated", "refresh"],
  duplicates_dedup: ["duplicate", "dedup", "double", "twice", "repeated", "unique"],
  access_permissions_pii: ["access", "permission", "grant", "role", "pii", "mask", "see the"],
  new_field_schema_request: ["new field", "new column", "add a", "schema", "field", "column for", "track"],
  revenue_coverage_mapping: ["revenue", "mapping", "unmapped", "fee", "interchange", "coverage", "ledger"],
  attribution_funnel_gaps: ["attribution", "funnel", "campaign", "channel", "conversion", "source", "utm"],
};

const PATTERNS = THEMES.map((theme) => [theme, new RegExp(`\\b(?:${KEYWORDS[theme].join("|")})`, "gi")] as const);

/** The theme with most hits, the first of equals; null without a hit. */
export function keywordTheme(text: string): Theme | null {
  let best: { theme: Theme | null; hits: number } = { theme: null, hits: 0 };
  for (const [theme, pattern] of PATTERNS) {
    const hits = text.match(pattern)?.length ?? 0;
    if (hits > best.hits) best = { theme, hits };
  }
  return best.theme;
}

/** Macro-F1 of {@link keywordTheme} over labelled texts; null without any. */
export function keywordBaseline(items: readonly { readonly text: string; readonly theme: Theme }[]): number | null {
  return macroF1(items.map(({ text, theme }) => ({ expected: theme, predicted: keywordTheme(text) })), THEMES);
}
