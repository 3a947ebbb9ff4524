import assert from "node:assert/strict";
import { marketplaceWorld, number } from "./marketplace_world.ts";

const EARLY = "SELECT avg(_temporal::INT) AS n FROM base_snapshot_listing_daily";

Deno.test("base_snapshot_listing_daily yields each row once, in the order of its key", async () => {
  await using duck = await marketplaceWorld({ earlyShare: 0.015 });
  const sql = `SELECT count(*) AS n FROM (
    SELECT _row, ds, listing_id, lag(_row) OVER () AS before, lag(listing_id) OVER () AS listing_before, lag(ds) OVER () AS ds_before
    FROM base_snapshot_listing_daily)
    WHERE before IS NOT NULL AND (_row <= before OR (ds, listing_id) <= (ds_before, listing_before))`;
  assert.equal(await number(duck, sql), 0);
});

Deno.test("base_snapshot_listing_daily marks just the rows that precede their listing", async () => {
  await using duck = await marketplaceWorld({ earlyShare: 0.015 });
  const wrong = `SELECT count(*) AS n FROM base_snapshot_listing_daily s JOIN base_dim_listing l USING (listing_id)
    WHERE s._temporal <> (s._day < l._day)`;
  assert.equal(await number(duck, wrong), 0);
  const gaps = `SELECT count(*) AS n FROM (
    SELECT l.listing_id, l._day, count(*) AS early, min(s._day) AS first
    FROM base_snapshot_listing_daily s JOIN base_dim_listing l USING (listing_id) WHERE s._temporal GROUP BY ALL)
    WHERE first + early <> _day`;
  assert.equal(await number(duck, gaps), 0);
});

Deno.test("base_snapshot_listing_daily meets the share of early rows, up to what the period can hold", async () => {
  for (const [earlyShare, snapshotDays] of [[0, 546], [0.015, 546], [0.045, 546], [0.015, 90], [0.02, 60]] as const) {
    await using duck = await marketplaceWorld({ earlyShare, snapshotDays });
    const found = await number(duck, EARLY);
    assert.ok(Math.abs(found - earlyShare) <= 0.05 * earlyShare, `wanted ${earlyShare}, found ${found}`);
  }
});

Deno.test("base_snapshot_listing_daily keeps the last days only, where so many are asked for", async () => {
  await using duck = await marketplaceWorld({ snapshotDays: 30 });
  const range = (f: string): Promise<number> => number(duck, `SELECT ${f}(_day) AS n FROM base_snapshot_listing_daily`);
  assert.equal(await range("min"), 516);
  assert.equal(await range("max"), 545);
  const other = `SELECT count(*) AS n FROM base_dim_listing l
    LEFT JOIN (FROM base_snapshot_listing_daily WHERE _day = 545) s USING (listing_id)
    WHERE coalesce(s.status, 'removed') <> l.status`;
  assert.equal(await number(duck, other), 0);
});
