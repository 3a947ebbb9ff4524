import assert from "node:assert/strict";
import { z } from "zod";
import { salt } from "../../lib/core/seeds.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import macrosSql from "../../lib/warehouse/macros.sql" with { type: "text" };
import { streamsOf } from "../../lib/warehouse/world.ts";

Deno.test("streamsOf() finds every stream, nested draws too", () => {
  assert.deepEqual(
    streamsOf("SELECT u64(a + (u01(b, 'x/inner') % 12)::BIGINT, 'x/outer'), gauss(c, 'y') -- u64(d, 'comment')"),
    ["x/outer", "x/inner", "y"],
  );
});

Deno.test("streamsOf() refuses a stream that is no literal", () => {
  assert.throws(() => streamsOf("SELECT u64(a, name)"), /wants a literal stream name/);
});

const N = 200_000;

Deno.test("named streams are uniform, normal and uncorrelated", async () => {
  await using duck = await openDuck();
  await duck.run(macrosSql);
  for (const name of ["a", "b", "c"]) await duck.set(`stream:${name}`, salt(42, `test/${name}`));
  const stats = await duck.row(
    `SELECT corr(a, b) AS ab, corr(a, c) AS ac, corr(b, c) AS bc, avg(a) AS mean, var_samp(a) AS variance,
      avg(g) AS normal_mean, stddev_samp(g) AS normal_sd, corr(a, lead_a) AS serial
    FROM (SELECT *, lead(a) OVER (ORDER BY i) AS lead_a FROM (
      SELECT i, u01(i, 'a') AS a, u01(i, 'b') AS b, u01(i, 'c') AS c, gauss(i, 'a') AS g FROM range(${N}) t(i)))`,
    z.record(z.string(), z.number()),
  );
  const five = 5 / Math.sqrt(N);
  for (const name of ["ab", "ac", "bc", "serial", "normal_mean"]) {
    assert.ok(Math.abs(stats[name]!) < five, `${name} ${stats[name]}`);
  }
  assert.ok(Math.abs(stats["mean"]! - 0.5) < five * Math.sqrt(1 / 12));
  assert.ok(Math.abs(stats["variance"]! - 1 / 12) < five / 12);
  assert.ok(Math.abs(stats["normal_sd"]! - 1) < five);
});

Deno.test("draws are the same in every version of the engine that we pin", async () => {
  await using duck = await openDuck();
  await duck.run(macrosSql);
  await duck.set("stream:golden", salt(42, "test/golden"));
  const { digest } = await duck.row(
    "SELECT md5(string_agg(u64(i, 'golden')::VARCHAR, ',' ORDER BY i)) AS digest FROM range(1000) t(i)",
    z.strictObject({ digest: z.string() }),
  );
  assert.equal(digest, "6612824a518551cbc394923689ff73bd");
});
