import assert from "node:assert/strict";
import { z } from "zod";
import { openDuck } from "../../lib/infra/duck.ts";
import { literal } from "../../lib/infra/sql.ts";

Deno.test("Duck.rows() gives integers exactly, and refuses what a number cannot hold", async () => {
  await using duck = await openDuck();
  const Value = z.strictObject({ value: z.number() });
  const most = Number.MAX_SAFE_INTEGER;
  assert.deepEqual(await duck.rows(`SELECT ${most}::BIGINT AS value`, Value), [{ value: most }]);
  await assert.rejects(
    duck.rows(`SELECT ${most}::BIGINT + 1 AS value`, Value),
    /^RangeError: Duck\.rows\(\) cannot hold 9007199254740992 exactly$/,
  );
});

Deno.test("Duck.rows() refuses values without a plain form", async () => {
  await using duck = await openDuck();
  for (const value of ["now()", "1.5::DECIMAL(9, 2)", "{'a': 1}", "MAP {'a': 1}"]) {
    await assert.rejects(
      duck.rows(`SELECT ${value} AS value`, z.unknown()),
      /^TypeError: Duck\.rows\(\) has no plain form/,
    );
  }
});

Deno.test("Duck.row() wants one row, neither none nor two", async () => {
  await using duck = await openDuck();
  const Value = z.strictObject({ value: z.number() });
  assert.deepEqual(await duck.row("SELECT 7 AS value", Value), { value: 7 });
  for (const rows of [0, 2]) {
    await assert.rejects(
      duck.row(`SELECT 7 AS value FROM range(${rows})`, Value),
      new RegExp(`wants one row: found ${rows}`),
    );
  }
});

Deno.test("literal() refuses numbers that SQL cannot read back", () => {
  for (const value of [NaN, Infinity, -Infinity]) assert.throws(() => literal(value), /needs a finite number/);
  assert.equal(literal(-0.5), "-0.5");
});
