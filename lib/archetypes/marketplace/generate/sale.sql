-- What can be bought: the days on which each listing is active, found by its place in the leaf's order of popularity
-- or by its place on the seller's shelf, the most popular first. A shop's appeal is shared among its listings, which
-- keeps sellers' sales near Zipf's law with exponent 0.72; the dearer of two like listings sells a little less.
CREATE TEMP TABLE offer AS
WITH ranked AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY category_id
            ORDER BY u01(listing_id, 'listing/popularity') * listings * price_cents ** 0.15, listing_id
        ) AS place
    FROM listing JOIN shelf USING (seller_id)
),
placed AS (
    SELECT *, row_number() OVER (PARTITION BY seller_id ORDER BY place, listing_id) - 1 AS nth FROM ranked
)
SELECT
    p.listing_id, p.category_id, p.place, p.seller_id, p.nth, p._at AS created_us, s.from_day, s.to_day
FROM placed p JOIN listing_stay s ON s.listing_id = p.listing_id AND s.status = 'active'
ORDER BY p.listing_id, s.from_day;

CREATE TEMP TABLE leaf_size AS
SELECT category_id, count(*) AS listings FROM listing GROUP BY category_id ORDER BY category_id;

-- Each order's buyer and leaf.
CREATE TEMP TABLE wish AS
WITH pointed AS (
    SELECT e.*, floor(length * u01(e._row, 'order/buyer'))::BIGINT AS point FROM events_order e JOIN buyer_line USING (_day)
)
SELECT p._row, p._at, p._day, b.buyer_id, w.category_id
FROM pointed p
JOIN buyer_cutpoint b ON b.cut = p.point // 1000 AND p.point >= b.lower AND p.point < b.upper
JOIN order_wheel w ON w.slot = u64(p._row, 'order/category') % 10000;

-- Each order's first listing, by rejection: places are drawn from Zipf's law with exponent 1.05 (inverted as a continuous
-- law, each place reaching half a step to both sides) until one is on offer at that moment. After 16 vain draws any place of the leaf will do, after 32 any leaf.
CREATE TEMP TABLE first_pick AS
WITH RECURSIVE pick AS (
    SELECT _row, _at, _day, category_id, 0 AS attempt, NULL::BIGINT AS listing_id FROM wish
    UNION ALL
    SELECT p._row, p._at, p._day, p.category_id, p.attempt + 1, o.listing_id
    FROM (
        SELECT
            a.*, n.category_id AS leaf,
            CASE
                WHEN attempt < 16 THEN least(
                    n.listings,
                    round(pow(
                        pow(0.5, -0.05) - u01(draw_key, 'order/place') * (pow(0.5, -0.05) - pow(n.listings + 0.5, -0.05)),
                        -20
                    ))
                )
                ELSE 1 + floor(n.listings * u01(draw_key, 'order/any_place'))
            END::BIGINT AS place
        FROM (
            SELECT
                *, _row * 4096 + attempt AS draw_key,
                CASE
                    WHEN attempt < 32 THEN category_id
                    ELSE (SELECT min(category_id) FROM leaf_size)
                        + (u64(_row * 4096 + attempt, 'order/any_leaf') % (SELECT count(*) FROM leaf_size)::UBIGINT)::BIGINT
                END AS leaf_id
            FROM pick
            WHERE listing_id IS NULL
        ) a
        JOIN leaf_size n ON n.category_id = a.leaf_id
    ) p
    LEFT JOIN offer o
        ON o.category_id = p.leaf AND o.place = p.place
        AND p._day >= o.from_day AND p._day < o.to_day AND p._at > o.created_us
)
SELECT _row, listing_id FROM pick WHERE listing_id IS NOT NULL;

-- Orders with their first listing and number of lines; `first_line` counts the lines of all orders before.
CREATE TEMP TABLE sale AS
WITH sized AS (
    SELECT
        *,
        CASE
            WHEN draw < 780 THEN 1
            WHEN draw < 920 THEN 2
            WHEN draw < 965 THEN 3
            WHEN draw < 985 THEN 4
            ELSE 5 + u64(_row, 'order/many_lines') % 4
        END::BIGINT AS lines
    FROM (SELECT *, u64(_row, 'order/lines') % 1000 AS draw FROM wish)
)
SELECT
    w._row, w._at, w._day, w.buyer_id, f.listing_id, l.seller_id, l.digital, w.lines,
    sum(w.lines) OVER (ORDER BY w._row)::BIGINT - w.lines AS first_line
FROM sized w
JOIN first_pick f USING (_row)
JOIN listing l USING (listing_id)
ORDER BY w._row;

DROP TABLE wish;
DROP TABLE first_pick;
