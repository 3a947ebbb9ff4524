import assert from "node:assert/strict";
import { resolutionOf } from "../../lib/classify/resolution.ts";
import { message } from "../triage/made_up.ts";

/** Ends of threads; the need before them is the same. */
const CASES: readonly (readonly [met: boolean | null, ...replies: string[]])[] = [
  [true, "found the cause, a retry wrote twice", "merged, replay is through", "numbers tie, thank you"],
  [true, "it is captured only, see the definition page", "perfect, exactly what I needed"],
  [true, "any update?", "sorry, was out. fixed and backfilled this morning :white_check_mark:"],
  [true, "ack, looking", "all green again, resolved"],
  [false, "which column exactly?", "parked, goes to the backlog for next quarter"],
  [false, "hm", "bump, any news on this?"],
  [false, "fixed it, please check", "no, still broken", "anyone?"],
  [false, "I opened a ticket, no eta"],
  [null, "interesting", "same here"],
  [null],
];

for (const [met, ...replies] of CASES) {
  Deno.test(`resolutionOf() is ${met} of a thread that ends: ${replies.at(-1) ?? "(no reply)"}`, () => {
    const thread = ["the total does not match, fixed and merged for nothing?", ...replies].map((text) => message(text));
    assert.equal(resolutionOf(thread), met);
  });
}

Deno.test("resolutionOf() counts links to documentation for the answer, and to tickets against it", () => {
  const linked = (domain: string) =>
    resolutionOf([message("why?"), message("thanks, here", { linkDomains: [domain] })]);
  assert.equal(linked("docs.example"), true);
  assert.equal(linked("dbt.example"), true);
  assert.notEqual(linked("tickets.example"), true);
  assert.notEqual(linked("photos.example"), true);
});
