import assert from "node:assert/strict";
import { z } from "zod";
import { DAY_US, HOUR_US, MINUTE_US, type Offset, offsets } from "../../lib/core/calendar.ts";
import { generator } from "../../lib/core/seeds.ts";
import {
  bit,
  bitCount,
  block,
  floorDivideUs,
  hasBit,
  localDayOfUs,
  startOfLocalDayUs,
} from "../../lib/infra/dialect.ts";
import { openDuck } from "../../lib/infra/duck.ts";

/** Values of an SQL expression over column `x`. */
async function evaluate(expression: string, xs: readonly number[]): Promise<unknown[]> {
  await using duck = await openDuck();
  const rows = await duck.rows(
    `SELECT ${expression} AS value FROM (SELECT unnest([${
      xs.join(", ")
    }]::BIGINT[]) AS x, unnest(range(${xs.length})) AS i)
     ORDER BY i`,
    z.object({ value: z.union([z.number(), z.boolean()]).nullable() }),
  );
  return rows.map(({ value }) => value);
}

// Clocks that change at night, at midnight itself, never, by half hours, and by a whole skipped day.
const ZONES = ["America/Los_Angeles", "America/Sao_Paulo", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia"];
const FROM_US = Date.UTC(1965, 0, 1) * 1000;
const TO_US = Date.UTC(2027, 0, 1) * 1000;

/** Instants at random, and one microsecond around every change of the clocks. */
function instants(tz: string, clock: readonly Offset[]): number[] {
  const draw = generator(7, tz);
  const random = Array.from(
    { length: 500 },
    () => FROM_US + Math.floor(draw() * (TO_US - FROM_US) / MINUTE_US) * MINUTE_US,
  );
  return [...random, ...clock.slice(1).flatMap(({ fromUs }) => [fromUs - 1, fromUs, fromUs + HOUR_US])];
}

function localDate(us: number, tz: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(us / 1000)).toZonedDateTimeISO(tz).toPlainDate();
}

const EPOCH = Temporal.PlainDate.from("1970-01-01");

for (const tz of ZONES) {
  const clock = offsets(tz, FROM_US, TO_US);

  Deno.test(`localDayOfUs() agrees with the calendar of ${tz}`, async () => {
    const xs = instants(tz, clock);
    assert.deepEqual(
      await evaluate(localDayOfUs("x", clock), xs),
      xs.map((us) => EPOCH.until(localDate(us, tz), { largestUnit: "days" }).days),
    );
  });

  Deno.test(`startOfLocalDayUs() agrees with the calendar of ${tz}`, async () => {
    const days = [...new Set(instants(tz, clock).map((us) => localDate(us, tz).toString()))];
    assert.deepEqual(
      await evaluate(
        startOfLocalDayUs("x", clock),
        days.map((ds) => EPOCH.until(Temporal.PlainDate.from(ds), { largestUnit: "days" }).days),
      ),
      days.map((ds) => Temporal.PlainDate.from(ds).toZonedDateTime({ timeZone: tz }).epochMilliseconds * 1000),
    );
  });
}

Deno.test("floorDivideUs() rounds down on either side of zero", async () => {
  const xs = [-DAY_US - 1, -MINUTE_US, -1, 0, 1, MINUTE_US - 1, MINUTE_US, 1000 * DAY_US];
  assert.deepEqual(await evaluate(floorDivideUs("x", MINUTE_US), xs), xs.map((us) => Math.floor(us / MINUTE_US)));
});

Deno.test("block() and bit() give every integer a place of its own", async () => {
  const xs = [-129, -128, -65, -64, -1, 0, 1, 63, 64, 127, 128];
  assert.deepEqual(await evaluate(block("x"), xs), xs.map((x) => Math.floor(x / 64)));
  assert.deepEqual(await evaluate(bitCount(bit("x")), xs), xs.map(() => 1));
  assert.deepEqual(await evaluate(hasBit(bit("x"), "x"), xs), xs.map(() => true));
  assert.deepEqual(await evaluate(hasBit(bit("x"), "x + 1"), xs), xs.map(() => false));
});
