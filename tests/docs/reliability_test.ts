import assert from "node:assert/strict";
import { join } from "node:path";

const root = join(import.meta.dirname!, "..", "..");

Deno.test("docs/reliability.md names tests that are there", async () => {
  const text = await Deno.readTextFile(join(root, "docs", "reliability.md"));
  const cited = [...text.matchAll(/\| `(tests\/[\w/]+_test\.ts)`: (.+?) +\|$/gm)];
  const rows = text.split("\n").filter((line) => /^\| [^-]/.test(line) && !line.startsWith("| case"));
  assert.equal(cited.length, rows.length, "every row names its test");
  for (const [, path, title] of cited) {
    assert.ok((await Deno.readTextFile(join(root, path!))).includes(title!), `${path}: ${title}`);
  }
});
