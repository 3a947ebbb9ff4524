import assert from "node:assert/strict";
import { type Rule, textFaults } from "../../lib/comms/check_text.ts";

const isKnownId = (id: string): boolean => /^u(00[1-9]|0[1-9]\d|[12]\d\d|300)$/.test(id);
const rulesOf = (text: string): Rule[] => [...new Set(textFaults(text, isKnownId).map(({ rule }) => rule))];

const broken: readonly [Rule, ...string[]][] = [
  ["empty", "", "  \n "],
  ["control_characters", "red \u001b[31malert", "hidden \u202egnp.exe", "a\u0000b", "zero\u200bwidth", "tab\there"],
  ["name", "Sarah asked for it", "thanks priya", "ask Mr. Tanaka", "cc Dr Weiss", "Best,\nOlufemi Ade"],
  ["email_address", "write to finance@corp.internal please", "a.b+c@d-e.co"],
  ["postal_address", "ship to 12 Harbour View Road", "P.O. Box 4411", "in CA 94107 alone"],
  [
    "foreign_url",
    "see https://grafana.com/d/1",
    "www.internal.net",
    "http://docs.example.evil.org/x",
    "on metrics.dev now",
  ],
  ["foreign_url", "ftp://files.example/a", "s3://bucket/key", "https://u017@evil.example/"],
  ["phone_number", "call 415-555-0134", "(415) 555 0134", "+1 415 555 0134", "+44 20 7946 0958"],
  ["card_or_account_number", "4111 1111 1111 1111", "card 4111111111111111", "3782-822463-10005", "078-05-1120"],
  ["card_or_account_number", "account 123456789", "DE89 3704 0044 0532 0130 00"],
  ["unknown_id", "ask u999", "U0171 knows", "see t0412", "in m00017", "<@U123ABC> look"],
];
for (const [rule, ...texts] of broken) {
  for (const text of texts) {
    Deno.test(`textFaults() finds ${rule} in ${JSON.stringify(text)}`, () => assert.ok(rulesOf(text).includes(rule)));
  }
}

const fine = [
  "u017 can you check fact_card_transaction.merchant_id on 2026-03-05? 4.2% of 337,316 rows are null",
  "It will take a grant by May; mark it as such and chase finance, in Georgia too",
  "2026-06-01 2026-06-30: $1,234,567.89 vs $1,230,000 (Q3 2025, T1, M1)",
  "`SELECT count(*) FROM fact_order WHERE created_at >= DATE '2026-01-01'`",
  "Notes at https://docs.example/runbooks/loads, dashboard on dash.example",
  "loads at 03:15:00 and 14:20, ticket 7682, #7424, 10.5 h",
  "first line\nsecond line",
];
for (const text of fine) {
  Deno.test(`textFaults() accepts ${JSON.stringify(text)}`, () => assert.deepEqual(textFaults(text, isKnownId), []));
}

Deno.test("textFaults() answers on hostile text at once", () => {
  for (const piece of ["a@", "1 ", "www.", "https://", "+1(", "A1", "a.", "Mr. ", "u017 ", "`"]) {
    const started = performance.now();
    textFaults(piece.repeat(4_000 / piece.length), isKnownId);
    textFaults(piece.repeat(50_000), isKnownId);
    assert.ok(performance.now() - started < 5_000, piece);
  }
});
