import assert from "node:assert/strict";
import { join } from "node:path";
import { listed } from "../../lib/llm/prices.ts";

Deno.test("docs/providers.md tells the prices and dates of the table", async () => {
  const text = await Deno.readTextFile(join(import.meta.dirname!, "..", "..", "docs", "providers.md"));
  const rows = [...text.matchAll(/^\| `([\w.-]+)` +\| ([\d.]+) +\| ([\d.]+) +\| ([\d.]+) +\| (\S*) +\|$/gm)];
  assert.ok(rows.length > 2);
  for (const [, model, input, cached, output, until] of rows) {
    const price = listed(model!)!;
    const told = [input, cached, output].map((usd) => Math.round(Number(usd) * 1000));
    assert.deepEqual(told, [price.input, price.cached, price.output], model);
    assert.equal(until === "" ? null : until, price.retires, model);
  }
});
