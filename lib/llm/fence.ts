import { createHash } from "node:crypto";

/**
 * Text from outside between two lines that it cannot hold itself: their mark is a digest of the text, so a text that
 * closes its own fence would have to hold its own SHA-256. The same text always gets the same mark, and so the same
 * request.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(fence("hello"), "<<<2cf24dba5fb0a30e\nhello\n2cf24dba5fb0a30e>>>");
 * ```
 */
export function fence(text: string): string {
  // Digest and request must hold the same bytes: a lone surrogate becomes the replacement character in both.
  const data = text.toWellFormed();
  const mark = createHash("sha256").update(data).digest("hex").slice(0, 16);
  return `<<<${mark}\n${data}\n${mark}>>>`;
}
