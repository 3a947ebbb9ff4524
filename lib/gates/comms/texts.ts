/** Gates of the texts themselves. `asked` is among their needs because a company's own texts keep to no rule of ours. */
import { NEAR_DUPLICATES, TOKEN_CAPS } from "../../contracts/comms_rules.ts";
import { atLeast, atMost, type Check, exact, skipped } from "../check.ts";
import { gate } from "../gate.ts";
import type { Breach, TokenFacts } from "./facts.ts";

/** Texts that may nearly repeat another, in per cent (specification, section 7). */
const MOST_REPEATS_PCT = 5;
/** Statements that DuckDB must be able to plan, in per cent (`reference/domain.md`, section 4). */
const LEAST_PARSED_PCT = 98;

/** No rule is broken by anything. */
export function ruleChecks(breaches: readonly Breach[], unit: string): Check[] {
  return breaches.map(({ rule, broken }) => exact({ check: rule, expected: 0, observed: broken, unit }));
}

function capCheck({ source, longest }: TokenFacts): Check {
  return atMost({ check: `${source} longest text`, expected: TOKEN_CAPS[source], observed: longest, unit: "tokens" });
}

/** Messages hang together as threads, and their authors are known. */
export const commsIntegrity = gate(
  "comms_integrity",
  "Comms: threads, authors, links and attachments hang together",
  ["corpus"],
  ({ corpus: { integrity } }) => ruleChecks(integrity, "breaches"),
);

export const commsWindow = gate(
  "comms_window",
  "Comms: times inside the window",
  ["asked", "texts"],
  ({ texts: { window } }) => ruleChecks(window, "texts outside"),
);

export const commsTokens = gate(
  "comms_tokens",
  "Slack and e-mail token caps",
  ["asked", "texts"],
  ({ texts: { tokens } }) => tokens.filter(({ source }) => source !== "nlq").map(capCheck),
);

export const commsIdentity = gate(
  "comms_identity",
  "Comms: nothing that points at a person, place or account",
  ["asked", "texts"],
  ({ texts: { identity } }) => ruleChecks(identity, "found"),
);

export const nearDuplicates = gate(
  "near_duplicates",
  "Near-duplicates among texts",
  ["asked", "texts"],
  ({ texts: { repetition } }) =>
    repetition.map(({ kind, texts, repeats }) =>
      atMost({
        check: kind,
        expected: MOST_REPEATS_PCT,
        observed: 100 * repeats / texts,
        unit: "%",
        reason: `${repeats} of ${texts}; ${NEAR_DUPLICATES.wordsPerShingle}-word shingles, ` +
          `Jaccard ${NEAR_DUPLICATES.similarity} or more with another of the kind`,
      })
    ),
);

/** Queries are short, and their statements fit the archetype's tables. */
export const nlq = gate(
  "nlq",
  "NLQ token caps and parse rates",
  ["asked", "texts", "statements"],
  ({ texts: { tokens }, statements: { total, parsed, fault } }) => [
    ...tokens.filter(({ source }) => source === "nlq").map(capCheck),
    total === 0 ? skipped("statements parsed", "there are no queries") : atLeast({
      check: "statements parsed",
      expected: LEAST_PARSED_PCT,
      observed: 100 * parsed / total,
      unit: "%",
      reason: `${parsed} of ${total}${fault === null ? "" : `; the first that is not: ${fault}`}`,
    }),
  ],
);
