-- One row per listing per local day, from its creation to its removal: tens of millions of rows that exist only while
-- they stream into the file. They unfold from words: one BIGINT holds one day of 31 listings, two bits each (0 no row,
-- 1 active, 2 sold out, 3 expired). No join stands between the words and the file, for a join loses their order.
CREATE TEMP TABLE snapshot_day AS
WITH kept AS (
    SELECT *, row_number() OVER (ORDER BY _day) - 1 AS nth
    FROM days
    WHERE _day >= (SELECT count(*) FROM days) - size('snapshot_days')
)
SELECT
    k.nth::INTEGER AS nth, k._day, k.ds, k.start_us, l.last_listing
FROM kept k
ASOF JOIN (SELECT _day, max(listing_id) AS last_listing FROM listing GROUP BY _day) l ON l._day <= k._day
ORDER BY k._day;

-- Rows that precede their listing: a run of days just before its creation. Lengths are uniform up to `longest`. Over a
-- period of D days, a listing created evenly inside it then gets longest/2 - longest^2/(6 D) rows on average (D/2 -
-- D^2/(6 longest) where longest passes D), for the period's start cuts runs short; solved for the mean that is wanted.
CREATE TEMP TABLE early_stay AS
WITH present AS (
    SELECT sum(least(to_day, (SELECT max(_day) + 1 FROM snapshot_day)) - greatest(from_day, (SELECT min(_day) FROM snapshot_day)))
        FILTER (status <> 'removed' AND to_day > (SELECT min(_day) FROM snapshot_day))::DOUBLE AS present_days
    FROM listing_stay
),
wanted AS (
    SELECT
        (SELECT count(*) FROM snapshot_day)::DOUBLE AS period,
        present_days * rate / (1 - rate) / (SELECT count(*) FROM listing WHERE _day > (SELECT min(_day) FROM snapshot_day)) AS mean
    FROM present, (SELECT coalesce(getvariable('temporal_rate:snapshot_listing_daily.listing_id'), 0)::DOUBLE AS rate)
),
solved AS (
    SELECT CASE
        WHEN mean <= period / 3 THEN 1.5 * period * (1 - sqrt(1 - 8 * mean / (3 * period)))
        ELSE period ** 2 / (6 * greatest(period / 2 - mean, 0.01 * period))
    END AS longest
    FROM wanted
)
SELECT listing_id, 'active' AS status, _day - floor(longest * u01(listing_id, 'snapshot/early') + 0.5)::INTEGER AS from_day,
    _day AS to_day
FROM listing, solved
WHERE longest > 0 AND _day > (SELECT min(_day) FROM snapshot_day);

-- A word changes where a stay of one of its listings begins or ends, and holds until the next change.
CREATE TABLE blocks.snapshot_word AS
WITH span AS (
    SELECT
        (listing_id // 31)::INTEGER AS block,
        CASE status WHEN 'active' THEN 1 WHEN 'sold_out' THEN 2 ELSE 3 END::BIGINT << (2 * (listing_id % 31)) AS bits,
        greatest(0, from_day - first_day) AS from_nth, least(days, to_day - first_day) AS to_nth
    FROM (
        SELECT * FROM listing_stay WHERE status <> 'removed'
        UNION ALL
        SELECT * FROM early_stay
    )
    CROSS JOIN (SELECT min(_day) AS first_day, count(*)::INTEGER AS days FROM snapshot_day)
),
change AS (
    SELECT block, nth, bit_xor(bits) AS bits
    FROM (
        SELECT block, from_nth AS nth, bits FROM span WHERE from_nth < to_nth
        UNION ALL
        SELECT block, to_nth, bits FROM span WHERE from_nth < to_nth
    )
    GROUP BY block, nth
),
run AS (
    SELECT
        block, nth AS from_nth, lead(nth, 1, nth) OVER in_order AS to_nth,
        bit_xor(bits) OVER (in_order ROWS UNBOUNDED PRECEDING) AS word
    FROM change
    WINDOW in_order AS (PARTITION BY block ORDER BY nth)
)
SELECT d.ds, d.last_listing::INTEGER AS last_listing, r.block, r.word
FROM (SELECT block, word, unnest(range(from_nth, to_nth))::INTEGER AS nth FROM run WHERE word <> 0) r
JOIN snapshot_day d USING (nth)
ORDER BY d.ds, r.block;

SET VARIABLE day_starts = (SELECT list(start_us ORDER BY _day) FROM days);

-- Here `_row` names each row once and is not dense: counting the rows would mean to make them all.
CREATE VIEW base_snapshot_listing_daily AS
SELECT
    ds, listing_id, CASE state WHEN 1 THEN 'active' WHEN 2 THEN 'sold_out' ELSE 'expired' END AS status,
    _day * (size('listings') + 1) + listing_id AS _row, getvariable('day_starts')[_day + 1] AS _at, _day::INTEGER AS _day,
    listing_id > last_listing AS _temporal
FROM (
    SELECT
        ds, ds - getvariable('first_day')::DATE AS _day, last_listing, block::BIGINT * 31 + lane AS listing_id,
        (word >> (2 * lane)) & 3 AS state
    FROM (SELECT *, unnest(range(31)) AS lane FROM blocks.snapshot_word)
)
WHERE state <> 0;

DROP TABLE listing_stay;
DROP TABLE early_stay;
