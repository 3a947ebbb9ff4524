/** What `gen-comms` prints: counts, people, mixes, repetition, and what it cost. */
import { BUCKETS, RELEVANCES, ROLES, THEMES } from "../lib/contracts/demand.ts";
import { table } from "../lib/core/format.ts";
import { count, percent, plural, usd } from "../lib/core/quantity.ts";
import type { GeneratedComms, WrittenComms } from "../lib/pipelines/gen_comms.ts";
import type { Outcome } from "./session.ts";

type Tally = Readonly<Record<string, number>>;

/** How often each of `names` stands in `values`. */
function tally(names: readonly string[], values: readonly (string | null)[]): Tally {
  return Object.fromEntries(names.map((name) => [name, values.filter((value) => value === name).length]));
}

/** `name 12% · other 88%`, of the sum of all. */
function mix(counts: Tally): string {
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
  if (total === 0) return "none";
  return Object.entries(counts).map(([name, n]) => `${name} ${percent(100 * n / total)}`).join(" · ");
}

function planFigures({ plan }: GeneratedComms) {
  const { threads, emails, queries, people } = plan;
  const linked = (items: readonly { readonly plan: { readonly event: unknown } }[]): number =>
    items.filter((item) => item.plan.event !== null).length;
  const mixes = (items: typeof threads | typeof emails) => ({
    relevance: tally(RELEVANCES, items.map(({ plan }) => plan.relevance)),
    theme: tally(THEMES, items.map(({ plan }) => plan.theme)),
    bucket: tally(BUCKETS, items.map(({ bucket }) => bucket)),
  });
  return {
    counts: {
      slack_threads: threads.length,
      slack_messages: threads.reduce((sum, { plan }) => sum + plan.messages.length, 0),
      emails: emails.length,
      queries: queries.length,
      people: people.length,
    },
    roles: tally(ROLES, people.map(({ role }) => role)),
    slack: { ...mixes(threads), event_linked: linked(threads) },
    email: { ...mixes(emails), event_linked: linked(emails) },
    nlq: { theme: tally(THEMES, queries.map(({ plan }) => plan.theme)) },
  };
}

/** The result for `--json`, and the lines for people. */
export function commsSummary(made: GeneratedComms): Pick<Outcome, "result" | "summary"> {
  const { provider, model, estimate, notes, written } = made;
  const figures = planFigures(made);
  const { counts, roles, slack, email, nlq } = figures;
  return {
    result: {
      provider,
      model,
      ...figures,
      estimate_usd: estimate,
      notes,
      ...(written === null ? {} : outcome(written)),
    },
    summary: [
      ...table([
        ["source", "items", "texts", "event-linked"],
        ["slack", count(counts.slack_threads), count(counts.slack_messages), count(slack.event_linked)],
        ["email", count(counts.emails), count(counts.emails), count(email.event_linked)],
        ["nlq", count(counts.queries), count(counts.queries), "0"],
      ]),
      `${plural(counts.people, "person", "people")}: ${mix(roles)}`,
      `slack relevance: ${mix(slack.relevance)}`,
      `slack themes: ${mix(slack.theme)}`,
      `slack buckets: ${mix(slack.bucket)}`,
      `email relevance: ${mix(email.relevance)}`,
      `email themes: ${mix(email.theme)}`,
      `nlq themes: ${mix(nlq.theme)}`,
      ...(written === null ? [] : wordFigures(written)),
      `${provider} ${model}: estimated ${usd(estimate.p50)}, at most ${usd(estimate.ceiling)}` +
      (written === null ? "" : `, spent ${usd(written.spend.actual_usd)}`),
      ...notes.map((note) => `note: ${note}`),
    ],
  };
}

function outcome({ files, figures, writings, spend }: WrittenComms): Record<string, unknown> {
  const told = Object.entries(writings).map(([source, { faults, failures, ...counts }]) => [
    source,
    { ...counts, faults: Object.fromEntries(faults), failures: Object.fromEntries(failures) },
  ]);
  return { files, figures, writing: Object.fromEntries(told), spend };
}

function wordFigures({ figures, writings }: WrittenComms): string[] {
  const { nearDuplicates, keywordBaseline, tokens } = figures;
  const share = (value: number | null): string => value === null ? "none" : percent(100 * value);
  const each = (values: Readonly<Record<string, string>>): string =>
    Object.entries(values).map(([name, value]) => `${name} ${value}`).join(" · ");
  const mapped = <T>(values: Readonly<Record<string, T>>, tell: (value: T) => string): string =>
    each(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, tell(value)])));
  const mended = Object.entries(writings).flatMap(([source, { askedAgain, repeated, replaced }]) =>
    askedAgain + replaced === 0 ? [] : [
      `${source}: ${askedAgain} asked for again, ${replaced} worded by the embedded writer, ${repeated} of them for repeating others`,
    ]
  );
  return [
    `tokens, median/p95: ${mapped(tokens, ({ median, p95 }) => `${median ?? "none"}/${p95 ?? "none"}`)}`,
    `near-duplicates (three-word shingles, Jaccard 0.8 or more): ${mapped(nearDuplicates, share)}`,
    `keyword baseline, macro-F1 of themes: ${mapped(keywordBaseline, (f1) => f1 === null ? "none" : f1.toFixed(2))}`,
    ...mended,
  ];
}
