/** What no text may hold: anything that could point at a real person, place or account, and links to real sites. */
import { LINK_DOMAINS } from "../contracts/comms_rules.ts";
import { GIVEN_NAMES } from "./given_names.ts";
import { linkDomains } from "./references.ts";

const RULES = [
  "empty",
  "control_characters",
  "name",
  "email_address",
  "postal_address",
  "foreign_url",
  "phone_number",
  "card_or_account_number",
  "unknown_id",
  "too_long",
  "link_missing",
  "code_missing",
  "event_missing",
  "wrong_count",
] as const;
export type Rule = (typeof RULES)[number];

/** One broken rule, and what broke it. */
export interface Fault {
  readonly rule: Rule;
  readonly found: string;
}

/** No text within its cap of tokens is longer; what is longer is not searched, so that no text is slow. */
const LONGEST = 4_000;

/** Patterns whose every match is a fault. */
const PATTERNS: readonly (readonly [Rule, RegExp])[] = [
  // Controls but for the line feed; bidirectional marks and other invisible ones.
  // deno-lint-ignore no-control-regex
  ["control_characters", /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g],
  ["email_address", /[\w.+-]+@[\w-]+\.[\w.-]+/g],
  [
    "postal_address",
    /\b\d{1,5} (?:[A-Z][a-z]+ ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Square|Plaza|Terrace)\b/g,
  ],
  ["postal_address", /\bP\.? ?O\.? Box \d+/gi],
  ["postal_address", /\b[A-Z]{2} \d{5}(?:-\d{4})?\b/g],
  ["name", /\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? [A-Z][a-z]+/g],
  ["name", /\b(?:Regards|Best|Thanks|Cheers|Sincerely|Yours),?\n+[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}[.!]?$/g],
  ["phone_number", /(?:\+\d{1,3}[ .-]?)?(?:\(\d{3}\) ?|\b\d{3}[ .-])\d{3}[ .-]\d{4}\b/g],
  ["phone_number", /\+\d[\d ().-]{8,}\d/g],
  // Social-security pattern, then cards in groups, IBANs, and long runs of digits.
  ["card_or_account_number", /\b\d{3}-\d{2}-\d{4}\b/g],
  ["card_or_account_number", /\b\d{4}([ -])\d{4}\1\d{4}\1\d{4}\b|\b\d{4}[ -]\d{6}[ -]\d{5}\b/g],
  ["card_or_account_number", /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}\b/g],
  ["card_or_account_number", /(?<![\d,.])\d{9,}(?!\d)/g],
];

/** Names of sites outside links: a top-level domain that no column or file of ours ends with. */
const SITE = /\b(?:[a-z0-9-]+\.)+(?:com|net|org|io|edu|gov|info|biz|dev|co|ai)\b/gi;
/** Schemes other than the one that links use. */
const SCHEME = /\b(?!https?:)[a-z][a-z0-9+.-]*:\/\/\S*/gi;
const ID = /\b[utmq]\d{3,}\b|<@[^>]*>/gi;

/**
 * Broken rules of a text, whatever it was planned to say.
 *
 * @param isKnownId Whether an id such as `u001` is one of the company's.
 */
export function textFaults(text: string, isKnownId: (id: string) => boolean): Fault[] {
  if (text.trim() === "") return [{ rule: "empty", found: "" }];
  if (text.length > LONGEST) return [{ rule: "too_long", found: `${text.length} characters` }];
  const faults = PATTERNS.flatMap(([rule, pattern]) => matches(text, pattern).map((found) => ({ rule, found })));
  const allowed = new Set<string>(LINK_DOMAINS);
  const foreign = [
    ...linkDomains(text).filter((domain) => !allowed.has(domain)),
    ...matches(text, SITE),
    ...matches(text, SCHEME),
  ];
  const names = matches(text, /\p{L}+/gu).filter((word) => GIVEN_NAMES.has(word.toLowerCase()));
  const ids = matches(text, ID).filter((id) => !isKnownId(id));
  return [
    ...faults,
    ...foreign.map((found): Fault => ({ rule: "foreign_url", found })),
    ...names.map((found): Fault => ({ rule: "name", found })),
    ...ids.map((found): Fault => ({ rule: "unknown_id", found })),
  ];
}

function matches(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), ([match]) => match);
}
