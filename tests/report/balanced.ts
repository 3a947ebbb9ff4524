import assert from "node:assert/strict";

/** Fails unless every element of an HTML page is closed in order. */
export function assertBalanced(page: string): void {
  const open: string[] = [];
  const text = page.replace(/<style>[\s\S]*?<\/style>/, "").replace(/<!doctype html>/, "");
  for (const [, close, name, end] of text.matchAll(/<(\/?)([a-zA-Z][\w-]*)[^>]*?(\/?)>/g)) {
    if (close === "/") assert.equal(open.pop(), name);
    else if (end === "" && name !== "meta") open.push(name!);
  }
  assert.deepEqual(open, []);
}
