import assert from "node:assert/strict";
import { printable, table } from "../../lib/core/format.ts";

Deno.test("table() puts words left and numbers right", () => {
  assert.deepEqual(table([["name", "share", "note"], ["visits", "12.5%", "x"], ["shops", "−3%", ""]]), [
    "name    share  note",
    "visits  12.5%  x",
    "shops     −3%",
  ]);
  assert.deepEqual(table([["only", "head"]]), ["only  head"]);
  assert.deepEqual(table([]), []);
});

Deno.test("printable() disarms what a terminal would obey", () => {
  assert.equal(printable("a\x1b[2Jb\r\nc\x9b"), "a [2Jb  c ");
  assert.equal(table([["a"], ["\x1b]0;title\x07"]]).join("").includes("\x1b"), false);
});
