import type { Finished, GenCommsOptions } from "./gen_comms.ts";

/** What the manifest says of how the folder was made, and of what came of it. */
export function commsParameters(
  { config: { comms, warehouse }, statements }: GenCommsOptions,
  { provider, model, ledger, figures, writings }: Finished,
): Record<string, string | number | null> {
  const each = <T>(prefix: string, values: Readonly<Record<string, T>>, value: (of: T) => number | null) =>
    Object.fromEntries(Object.entries(values).map(([name, of]) => [`${prefix}.${name}`, value(of)]));
  const rounded = (value: number | null): number | null => value === null ? null : Number(value.toFixed(4));
  return {
    tz: warehouse.tz,
    as_of: warehouse.as_of,
    months: comms.months,
    slack_threads: comms.slack_threads,
    email_threads: comms.email_threads,
    nlq: comms.nlq,
    provider,
    model,
    statements,
    ledger_seed: ledger?.seed ?? null,
    ...each("relevance_mix", comms.relevance_mix, (share) => share),
    ...each("theme_mix", comms.theme_mix, (share) => share),
    ...each("rejected", writings, ({ faults }) => [...faults.values()].reduce((sum, n) => sum + n, 0)),
    ...each("asked_again", writings, ({ askedAgain }) => askedAgain),
    ...each("repeated", writings, ({ repeated }) => repeated),
    ...each("replaced", writings, ({ replaced }) => replaced),
    ...each("near_duplicates", figures.nearDuplicates, rounded),
    ...each("keyword_baseline", figures.keywordBaseline, rounded),
    ...each("median_tokens", figures.tokens, ({ median }) => median),
  };
}
