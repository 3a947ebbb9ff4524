-- Each listing goes to a seller who exists by then.
CREATE TEMP TABLE ownership AS
SELECT l._row, l._at, l._day, c.seller_id
FROM (
    SELECT l.*, floor(s.upper * u01(l._row, 'listing/seller'))::BIGINT AS point
    FROM (SELECT * FROM creation WHERE kind = 'listing') l
    ASOF JOIN seller_rate s ON s._at < l._at
) l
JOIN seller_cutpoint c ON c.cut = l.point // 1000 AND l.point >= c.lower AND l.point < c.upper
ORDER BY l._row;

CREATE TEMP TABLE shelf AS
SELECT seller_id, count(*) AS listings FROM ownership GROUP BY seller_id ORDER BY seller_id;

-- A seller's own top-level category. All shelves stand in one random row that the categories divide among themselves, so
-- that these keep their shares of listings although a few shops are large.
CREATE TEMP TABLE home AS
WITH lined_up AS (
    SELECT
        seller_id,
        sum(listings) OVER (ORDER BY u64(seller_id, 'seller/home'), seller_id) - listings // 2 - 1 AS middle,
        sum(listings) OVER () AS total
    FROM shelf
),
top_category AS (
    SELECT parent_id, min(slot) AS first_slot, count(*) AS slots FROM listing_wheel GROUP BY parent_id
)
SELECT seller_id, first_slot, slots
FROM lined_up
JOIN listing_wheel ON slot = (10000 * middle // total)::BIGINT
JOIN top_category USING (parent_id)
ORDER BY seller_id;

-- Four listings in five lie in their seller's own category.
CREATE TEMP TABLE listing AS
WITH placed AS (
    SELECT
        o.*,
        CASE
            WHEN u64(_row, 'listing/at_home') % 10 < 8
                THEN first_slot + (u64(_row, 'listing/home_category') % slots::UBIGINT)::BIGINT
            ELSE (u64(_row, 'listing/category') % 10000)::BIGINT
        END AS slot
    FROM ownership o JOIN home USING (seller_id)
)
SELECT
    _row + 1 AS listing_id, seller_id, category_id, _row, _at, _day,
    greatest(100, round(median_cents * exp(sigma * gauss(_row, 'listing/price'))))::BIGINT AS price_cents,
    bulk = 1 AS bulk, digital = 1 AS digital
FROM placed JOIN listing_wheel USING (slot) JOIN ref_category USING (category_id)
ORDER BY _row;

DROP TABLE ownership;

-- The life of a listing, day by day: a Markov chain whose holding times are geometric. `to_day` is exclusive.
--   active   -> sold_out 0.25 %, expired 0.21 %, removed 0.04 %
--   sold_out -> active 3 %, removed 0.05 %
--   expired  -> active 1 %, removed 0.2 %
-- Listings removed before the period are not on the books, so none is: until then the chain has no way out.
CREATE TEMP TABLE listing_stay AS
WITH RECURSIVE stay AS (
    SELECT
        listing_id, 0 AS step, 'active' AS status, _day AS from_day,
        _day + 1 + floor(ln(u01(listing_id, 'listing/first_stay')) / ln(1 - 0.005))::INTEGER AS to_day
    FROM listing
    UNION ALL
    SELECT
        listing_id, step, status, from_day,
        CASE status
            WHEN 'removed' THEN 1000000
            ELSE from_day + 1 + floor(
                ln(u01(draw_key, 'listing/stay'))
                / ln(1 - CASE status WHEN 'active' THEN 0.005 WHEN 'sold_out' THEN 0.0305 ELSE 0.012 END)
            )::INTEGER
        END
    FROM (
        SELECT
            listing_id, step + 1 AS step, to_day AS from_day, listing_id * 4096 + step AS draw_key,
            CASE status
                WHEN 'active' THEN CASE WHEN turn < 0.5 THEN 'sold_out' WHEN turn < 0.92 OR to_day <= 0 THEN 'expired' ELSE 'removed' END
                WHEN 'sold_out' THEN CASE WHEN turn < 0.03 / 0.0305 OR to_day <= 0 THEN 'active' ELSE 'removed' END
                ELSE CASE WHEN turn < 0.01 / 0.012 OR to_day <= 0 THEN 'active' ELSE 'removed' END
            END AS status
        FROM (SELECT *, u01(listing_id * 4096 + step, 'listing/turn') AS turn FROM stay)
        WHERE to_day < (SELECT count(*) FROM days)
    )
)
SELECT listing_id, status, from_day, to_day FROM stay WHERE to_day > 0;

CREATE TABLE base_dim_listing AS
SELECT
    l.listing_id, l.seller_id, l.category_id, at_us(l._at) AS created_at, s.status, l.price_cents, l._row, l._at, l._day
FROM listing l
JOIN (SELECT * FROM listing_stay WHERE to_day >= (SELECT count(*) FROM days)) s USING (listing_id)
ORDER BY l._row;
