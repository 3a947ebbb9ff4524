import assert from "node:assert/strict";
import fc from "fast-check";
import { CHARACTERS, WIDTHS } from "../../lib/charts/inter_widths.ts";
import { fitName, fitText, labelBox, overlaps, placeLabel, textWidth } from "../../lib/charts/text.ts";
import { CHARACTERS as WANTED, measureFonts } from "../../tools/font_widths.ts";

Deno.test("WIDTHS holds the advance widths of the bundled font", async () => {
  assert.equal(CHARACTERS, WANTED);
  assert.deepEqual(WIDTHS, await measureFonts());
});

Deno.test("fitText() and fitName() keep to the width, and leave what fits as it is", () => {
  const width = fc.integer({ min: 20, max: 300 });
  fc.assert(fc.property(fc.string(), width, fc.constantFrom(fitText, fitName), (text, limit, fit) => {
    const fitted = fit(text, limit, 12, 400);
    assert.ok(textWidth(fitted, 12, 400) <= limit);
    if (textWidth(text, 12, 400) <= limit) assert.equal(fitted, text);
  }));
});

Deno.test("fitText() gives a mark where not even one character fits", () => {
  for (const fit of [fitText, fitName]) assert.equal(fit("Orphans", 5, 12, 400), "…");
});

Deno.test("fitName() keeps both ends of a qualified name", () => {
  assert.match(fitName("fact_subscription_invoice.customer_id", 150, 12, 400), /^fact_subs.*….*stomer_id$/);
});

Deno.test("labelBox() puts the anchor where it belongs", () => {
  const label = { x: 100, y: 50, text: "SLO 90 min" };
  const width = textWidth(label.text, 12, 400);
  assert.equal(labelBox(label).left, 100);
  assert.equal(labelBox({ ...label, anchor: "end" }).right, 100);
  assert.equal(labelBox({ ...label, anchor: "middle" }).left, 100 - width / 2);
});

Deno.test("placeLabel() takes the first candidate that is inside and clear, or none", () => {
  const bounds = { left: 0, right: 100, top: 0, bottom: 100 };
  const at = (x: number, y: number): { x: number; y: number; text: string } => ({ x, y, text: "12 h" });
  const taken = [labelBox(at(10, 50))];
  assert.deepEqual(placeLabel([at(90, 50), at(12, 52), at(10, 80)], taken, bounds), at(10, 80));
  assert.equal(placeLabel([at(12, 52)], taken, bounds), undefined);
  assert.ok(overlaps(labelBox(at(10, 50)), labelBox(at(12, 52))));
});
