/** What communications were asked to be, as their manifest tells it. */
import { z } from "zod";
import { type Relevance, RELEVANCES, type Source, type Theme, THEMES } from "../../contracts/demand.ts";
import { Ds } from "../../contracts/health.ts";
import type { Manifest } from "../../contracts/manifest.ts";
import { type Period, periodEnding } from "../../core/calendar.ts";
import { EXIT, UserError } from "../../core/errors.ts";

const count = z.int().min(0);
const share = z.number().min(0).max(1);

function named<K extends string>(prefix: string, names: readonly K[]): Record<string, typeof share> {
  return Object.fromEntries(names.map((name) => [`${prefix}.${name}`, share]));
}

const Parameters = z.object({
  tz: z.string(),
  as_of: Ds,
  months: z.int().min(1),
  slack_threads: count,
  email_threads: count,
  nlq: count,
  ledger_seed: z.int().nullable(),
  "labels.slack": z.string(),
  "labels.email": z.string(),
  "labels.nlq": z.string(),
  ...named("relevance_mix", RELEVANCES),
  ...named("theme_mix", THEMES),
});

export interface Asked {
  readonly seed: number;
  readonly period: Period;
  readonly months: number;
  /** Threads of Slack, e-mails, queries. */
  readonly items: Readonly<Record<Source, number>>;
  /** Shares of threads and e-mails. */
  readonly relevance: Readonly<Record<Relevance, number>>;
  /** Shares of what is positive. */
  readonly theme: Readonly<Record<Theme, number>>;
  /** Of the warehouse that is talked about; null: they tell of no event. */
  readonly ledgerSeed: number | null;
  /** SHA-256 of each file of labels. */
  readonly labels: Readonly<Record<Source, string>>;
}

/**
 * The parameters of generated communications.
 *
 * @throws {UserError} (exit 3) where the manifest of a folder that was not adopted lacks one.
 */
export function askedOf(manifest: Manifest): Asked {
  const parsed = Parameters.safeParse(manifest.parameters);
  if (!parsed.success || manifest.seed === null) {
    const issue = parsed.error?.issues[0];
    const where = issue === undefined
      ? "seed: expected an integer"
      : `parameters.${issue.path.join(".")}: ${issue.message}`;
    throw new UserError(`malformed manifest of generated communications: ${where}`, {
      exitCode: EXIT.badData,
      hint: "generate the communications again, or take their files in with: dnr adopt",
    });
  }
  const given = parsed.data;
  const mix = <K extends string>(prefix: string, names: readonly K[]): Record<K, number> =>
    Object.fromEntries(names.map((name) => [name, (given as Record<string, unknown>)[`${prefix}.${name}`]])) as never;
  return {
    seed: manifest.seed,
    period: periodEnding(given.as_of, given.months, given.tz),
    months: given.months,
    items: { slack: given.slack_threads, email: given.email_threads, nlq: given.nlq },
    relevance: mix("relevance_mix", RELEVANCES),
    theme: mix("theme_mix", THEMES),
    ledgerSeed: given.ledger_seed,
    labels: { slack: given["labels.slack"], email: given["labels.email"], nlq: given["labels.nlq"] },
  };
}
