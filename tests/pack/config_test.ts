import assert from "node:assert/strict";
import starter from "../../lib/pack/config.yaml" with { type: "text" };
import { PackConfig } from "../../lib/contracts/pack_config.ts";
import { parsePackConfig } from "../../lib/pack/config.ts";

Deno.test("config.yaml of pack init says what a setting left out is", async () => {
  assert.deepEqual(await parsePackConfig(starter, "config.yaml"), PackConfig.parse({}));
  assert.deepEqual(await parsePackConfig("", "config.yaml"), PackConfig.parse({}));
});

Deno.test("parsePackConfig() refuses a mix that does not add up to 1", async () => {
  const text = starter.replace("none: 0.15", "none: 0.2");
  await assert.rejects(parsePackConfig(text, "c.yaml"), /wrong value for gap_mix at c\.yaml:\d+:1: expected shares/);
});
