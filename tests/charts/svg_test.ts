import assert from "node:assert/strict";
import fc from "fast-check";
import { element, escapeXml, rounded } from "../../lib/charts/svg.ts";

Deno.test("escapeXml() leaves no markup, no quote and no character that XML forbids", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    const escaped = escapeXml(text);
    assert.doesNotMatch(escaped, /[<>"]|&(?!amp;|lt;|gt;|quot;)/);
    // deno-lint-ignore no-control-regex
    assert.doesNotMatch(escaped, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  }));
  assert.equal(escapeXml("a\ud800b"), "ab");
});

Deno.test("rounded() keeps hundredths, has no negative zero, and refuses what is not finite", () => {
  assert.deepEqual([1.005, 2 / 3, -0.001, 1e3].map(rounded), ["1", "0.67", "0", "1000"]);
  assert.throws(() => rounded(NaN), /finite coordinate: NaN/);
});

Deno.test("element() escapes attributes, leaves undefined ones out, and nests its children", () => {
  assert.equal(
    element("g", { id: 'a"<', x: 1 / 3, y: undefined }, element("rect", {})),
    '<g id="a&quot;&lt;" x="0.33"><rect/></g>',
  );
});
