-- The first line is the order's pick; each further one is something else from the same seller's shelf, rather popular at
-- the first draw, anything at the next two. When none finds something on offer, it is the same listing again (another
-- size or colour).
CREATE TABLE base_fact_order_item AS
WITH line AS (
    SELECT
        *, first_line + nth_line AS _line, nth_line > 0 AS further
    FROM (
        SELECT sale.*, shelf.listings AS shelf_size, unnest(range(lines)) AS nth_line
        FROM sale JOIN shelf USING (seller_id)
    )
),
drawn AS (
    SELECT
        *,
        CASE WHEN further THEN floor(shelf_size * u01(_line, 'item/shelf_1') ** 3) END::BIGINT AS nth_1,
        CASE WHEN further THEN floor(shelf_size * u01(_line, 'item/shelf_2')) END::BIGINT AS nth_2,
        CASE WHEN further THEN floor(shelf_size * u01(_line, 'item/shelf_3')) END::BIGINT AS nth_3
    FROM line
),
picked AS (
    SELECT
        d._line, d._row AS order_row, d._at, d._day, d.seller_id, d.nth_line,
        coalesce(a.listing_id, b.listing_id, c.listing_id, d.listing_id) AS listing_id
    FROM drawn d
    LEFT JOIN offer a
        ON a.seller_id = d.seller_id AND a.nth = d.nth_1 AND a.listing_id <> d.listing_id
        AND d._day >= a.from_day AND d._day < a.to_day AND d._at > a.created_us
    LEFT JOIN offer b
        ON b.seller_id = d.seller_id AND b.nth = d.nth_2 AND b.listing_id <> d.listing_id
        AND d._day >= b.from_day AND d._day < b.to_day AND d._at > b.created_us
    LEFT JOIN offer c
        ON c.seller_id = d.seller_id AND c.nth = d.nth_3 AND c.listing_id <> d.listing_id
        AND d._day >= c.from_day AND d._day < c.to_day AND d._at > c.created_us
)
SELECT
    order_row + 1 AS order_id, (nth_line + 1)::INTEGER AS line_id, listing_id, p.seller_id,
    CASE
        WHEN bulk THEN CASE
            WHEN draw < 720 THEN 1
            WHEN draw < 860 THEN 2
            WHEN draw < 910 THEN 3
            ELSE 4 + u64(_line, 'item/handful') % 5
        END
        ELSE CASE
            WHEN draw < 970 THEN 1
            WHEN draw < 995 THEN 2
            WHEN draw < 997 THEN 3
            ELSE 4 + u64(_line, 'item/handful') % 5
        END
    END::INTEGER AS qty,
    price_cents AS item_price_cents, _line AS _row, p._at, p._day
FROM (SELECT *, u64(_line, 'item/qty') % 1000 AS draw FROM picked) p
JOIN listing USING (listing_id)
ORDER BY _line;

DROP TABLE offer;
