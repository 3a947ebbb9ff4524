import assert from "node:assert/strict";
import { generator } from "../../lib/core/seeds.ts";
import { binomialTail } from "../../lib/core/stats.ts";
import { detectSpikes, type NullSeries, rowsForPower, SPIKE_RULE } from "../../lib/health/spikes.ts";

function drawNulls(rows: number, share: number, draw: () => number): number {
  let nulls = 0;
  for (let i = 0; i < rows; i++) if (draw() < share) nulls++;
  return nulls;
}

/** `count` days of `rows` rows each, null at `share`, ten points more on the `spiked` days. */
function series(
  column: string,
  options: { count: number; rows: number; share: number; spiked?: readonly number[]; seed: number },
): NullSeries {
  const draw = generator(options.seed, column);
  const first = Temporal.PlainDate.from("2025-01-01");
  const days = Array.from({ length: options.count }, (_, i) => {
    const share = options.share + (options.spiked?.includes(i) ? 0.1 : 0);
    return { ds: first.add({ days: i }).toString(), rows: options.rows, nulls: drawNulls(options.rows, share, draw) };
  });
  return { table: "fact_visit", column, days };
}

Deno.test("detectSpikes() raises no alarm at constant rates, however thin the days, over 20 seeds", () => {
  for (let seed = 0; seed < 20; seed++) {
    const all = [2, 8, 30, 120, 500].map((rows) => series(`of_${rows}`, { count: 546, rows, share: 0.02, seed }));
    assert.deepEqual(detectSpikes(all).spikes, [], `seed ${seed}`);
  }
});

Deno.test("detectSpikes() finds rises of ten points at 300 rows a day, and nothing else, over 20 seeds", () => {
  let injected = 0;
  let recalled = 0;
  let falseAlarms = 0;
  for (let seed = 0; seed < 20; seed++) {
    const share = 0.015 + 0.01 * generator(seed, "share")();
    const spiked = [10, 60, 61, 150, 240, 330, 420, 545];
    const found = detectSpikes([
      series("store_id", { count: 546, rows: 300, share, spiked, seed }),
      series("channel_id", { count: 546, rows: 300, share: 0.02, seed }),
    ]).spikes;
    const wanted = new Set(spiked.map((i) => Temporal.PlainDate.from("2025-01-01").add({ days: i }).toString()));
    injected += spiked.length;
    recalled += found.filter(({ column, ds }) => column === "store_id" && wanted.has(ds)).length;
    falseAlarms += found.filter(({ column, ds }) => column !== "store_id" || !wanted.has(ds)).length;
  }
  assert.ok(recalled / injected >= 0.99, `recall ${recalled} of ${injected}`);
  assert.equal(falseAlarms, 0);
});

Deno.test("detectSpikes() finds a rise of ten points over a severe baseline at 600 rows a day", () => {
  for (let seed = 0; seed < 5; seed++) {
    const { spikes } = detectSpikes([series("store_id", { count: 300, rows: 600, share: 0.075, spiked: [150], seed })]);
    assert.deepEqual(spikes.map(({ ds }) => ds), ["2025-05-31"]);
  }
});

Deno.test("detectSpikes() says the counts, the baseline without the day, and the p-value of a spike", () => {
  const days = Array.from(
    { length: 11 },
    (_, i) => ({ ds: `2026-01-${i + 10}`, rows: 1000, nulls: i === 5 ? 130 : 20 }),
  );
  const { spikes } = detectSpikes([{ table: "fact_visit", column: "store_id", days }]);
  assert.equal(spikes.length, 1);
  const [spike] = spikes;
  assert.deepEqual(
    { ...spike, p_value: null, q_value: null },
    {
      table: "fact_visit",
      column: "store_id",
      ds: "2026-01-15",
      rows: 1000,
      nulls: 130,
      null_pct: 13,
      baseline_pct: 2,
      p_value: null,
      q_value: null,
    },
  );
  assert.equal(spike!.p_value, Number(binomialTail(130, 1000, 0.02).toPrecision(4)));
  assert.ok(Math.abs(spike!.q_value / spike!.p_value - 11) < 0.01);
});

Deno.test("detectSpikes() keeps a handful of nulls in a complete column quiet", () => {
  const days = Array.from({ length: 200 }, (_, i) => ({
    ds: Temporal.PlainDate.from("2026-01-01").add({ days: i }).toString(),
    rows: 60,
    nulls: i === 70 ? 4 : 0,
  }));
  assert.deepEqual(detectSpikes([{ table: "fact_visit", column: "store_id", days }]).spikes, []);
});

Deno.test("detectSpikes() does not call a lasting change a spike", () => {
  const before = series("store_id", { count: 150, rows: 2000, share: 0.02, seed: 1 }).days;
  const after = series("store_id", { count: 150, rows: 2000, share: 0.05, seed: 2 }).days
    .map((day, i) => ({ ...day, ds: Temporal.PlainDate.from("2025-05-31").add({ days: i }).toString() }));
  assert.deepEqual(detectSpikes([{ table: "fact_visit", column: "store_id", days: [...before, ...after] }]).spikes, []);
});

/** Ninety days of `rows` rows with the given nulls on the tenth, and `usual` on the others. */
function oneDay(rows: number, nulls: number, usual: number): NullSeries {
  const days = Array.from({ length: 90 }, (_, i) => ({
    ds: Temporal.PlainDate.from("2026-01-01").add({ days: i }).toString(),
    rows,
    nulls: i === 9 ? nulls : usual,
  }));
  return { table: "fact_visit", column: "store_id", days };
}

Deno.test("detectSpikes() finds what stands out on thin days too, and counts them as low power", () => {
  const { spikes, lowPower } = detectSpikes([oneDay(130, 44, 7)]);
  assert.deepEqual(spikes.map(({ ds }) => ds), ["2026-01-10"]);
  const minRows = rowsForPower((44 + 89 * 7) / (90 * 130), SPIKE_RULE.fdr / 90);
  assert.ok(minRows > 130);
  assert.deepEqual(lowPower, [{ table: "fact_visit", column: "store_id", days: 90, min_rows: minRows }]);
});

Deno.test("detectSpikes() needs more than chance brings to thin days", () => {
  assert.deepEqual(detectSpikes([oneDay(10, 10, 0)]).spikes.length, 1);
  // One null of three rows, two of ten: far above 2 %, and common over many days.
  assert.deepEqual(detectSpikes([oneDay(3, 1, 0)]).spikes, []);
  assert.deepEqual(detectSpikes([oneDay(10, 2, 0)]).spikes, []);
});

Deno.test("detectSpikes() has nothing to say of no days, one day, and days all null", () => {
  assert.deepEqual(detectSpikes([]), { spikes: [], lowPower: [] });
  const one = { table: "t", column: "c", days: [{ ds: "2026-01-01", rows: 5000, nulls: 5000 }] };
  assert.deepEqual(detectSpikes([one]).spikes, []);
  const all = Array.from({ length: 9 }, (_, i) => ({ ds: `2026-01-0${i + 1}`, rows: 500, nulls: 500 }));
  assert.deepEqual(detectSpikes([{ table: "t", column: "c", days: all }]).spikes, []);
});

Deno.test("rowsForPower() is the least number of rows with the wanted power", () => {
  const level = 1e-6;
  const power = (rows: number) => {
    let critical = 0;
    while (critical / rows - 0.02 < SPIKE_RULE.minRise || binomialTail(critical, rows, 0.02) > level) critical++;
    return binomialTail(critical, rows, 0.12);
  };
  const least = rowsForPower(0.02, level);
  assert.ok(power(least) >= SPIKE_RULE.power);
  for (let rows = 1; rows < least; rows++) assert.ok(power(rows) < SPIKE_RULE.power, `${rows} rows`);
  assert.ok(least > 100 && least < 300, `${least} rows`);
});
