/** What all written communications keep to (seed specification, "Synthetic Communications"): writers and gates read it here. */
import type { Bucket, Role } from "./demand.ts";

/** Most tokens of one text; an e-mail's subject counts. */
export const TOKEN_CAPS = { slack: 80, email: 180, nlq: 30 } as const;

/** Caps are counted in the tokens of this model's family, whichever model writes. */
export const COUNTED_AS = "gpt-4o-mini";

/** Messages of a Slack thread. */
export const THREAD_MESSAGES = { min: 4, max: 8 } as const;

/** Shares of people; they share their roles out exactly, by largest remainder. */
export const ROLE_MIX: Readonly<Record<Role, number>> = {
  exec: 0.03,
  data_eng: 0.12,
  analytics_eng: 0.08,
  bi: 0.07,
  product_analytics: 0.05,
  eng_platform: 0.1,
  pm: 0.1,
  finance: 0.05,
  other: 0.4,
};

/** Shares of channels and lists. */
export const BUCKET_MIX: Readonly<Record<Bucket, number>> = { platform: 0.4, analytics: 0.35, domain: 0.25 };

/** Ids are a letter and a number from 1, padded to these digits; threads and messages of Slack and e-mail share theirs. */
export const ID_SCHEME = {
  user: { letter: "u", digits: 3 },
  thread: { letter: "t", digits: 4 },
  message: { letter: "m", digits: 5 },
  query: { letter: "q", digits: 4 },
} as const;

/** The only domains that texts may link to; none of them exists (RFC 2606 keeps `.example` free). */
export const LINK_DOMAINS = [
  "docs.example",
  "wiki.example",
  "git.example",
  "dash.example",
  "tickets.example",
  "looker.example",
  "dbt.example",
] as const;
export type LinkDomain = (typeof LINK_DOMAINS)[number];

/**
 * Two texts nearly repeat each other where the Jaccard similarity of their sets of three-word shingles is 0.8 or more
 * (Broder 1997, "On the resemblance and containment of documents").
 */
export const NEAR_DUPLICATES = {
  wordsPerShingle: 3,
  similarity: 0.8,
  /** Shorter messages are greetings and thanks, which people repeat: they are not counted. */
  leastWordsOfMessage: 8,
} as const;
