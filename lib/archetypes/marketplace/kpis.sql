-- GMV is the value of items alone; a day is the local day of capture. Ratios compare orders of which both the payment and
-- the items are known, so that rows lost on one side do not tilt them.
WITH captured AS MATERIALIZED (
    SELECT order_id, local_day(captured_at) AS ds, platform_fee_cents
    FROM first_fact_payment
    WHERE captured_at IS NOT NULL
),
-- One seller an order: the greatest is the only one, but for lines that lost it.
basket AS MATERIALIZED (
    SELECT order_id, max(seller_id) AS seller_id, sum(qty * item_price_cents) AS value_cents
    FROM first_fact_order_item
    GROUP BY order_id
),
sold AS MATERIALIZED (
    SELECT c.ds, b.seller_id, b.value_cents, c.platform_fee_cents
    FROM captured c JOIN basket b ON b.order_id = c.order_id
),
-- A buyer or seller counts on the 30 local days from an order on; stretches that end at the next one count each once.
buyer_day AS (
    SELECT DISTINCT o.buyer_id AS id, c.ds
    FROM captured c JOIN first_fact_order o ON o.order_id = c.order_id
    WHERE o.buyer_id IS NOT NULL
),
seller_day AS (
    SELECT DISTINCT seller_id AS id, ds FROM sold WHERE seller_id IS NOT NULL
),
stretch AS (
    SELECT 0 AS is_seller, ds, least(ds + 30, coalesce(lead(ds) OVER (PARTITION BY id ORDER BY ds), ds + 30)) AS end_ds
    FROM buyer_day
    UNION ALL
    SELECT 1, ds, least(ds + 30, coalesce(lead(ds) OVER (PARTITION BY id ORDER BY ds), ds + 30)) FROM seller_day
),
change AS (
    SELECT is_seller, ds, sum(step) AS step
    FROM (
        SELECT is_seller, ds, count(*) AS step FROM stretch GROUP BY is_seller, ds
        UNION ALL
        SELECT is_seller, end_ds, -count(*) FROM stretch GROUP BY is_seller, end_ds
    )
    GROUP BY is_seller, ds
),
active AS (
    SELECT is_seller, ds, sum(step) OVER (PARTITION BY is_seller ORDER BY ds) AS n FROM change
),
sales AS MATERIALIZED (
    SELECT ds, sum(value_cents)::BIGINT AS gmv, sum(platform_fee_cents)::BIGINT AS fees, count(*) AS orders
    FROM sold
    GROUP BY ds
),
payments AS MATERIALIZED (
    SELECT ds, sum(platform_fee_cents)::BIGINT AS fees, count(*) AS orders FROM captured GROUP BY ds
)
SELECT 'gmv' AS kpi, ds, gmv AS numerator, NULL::BIGINT AS denominator FROM sales
UNION ALL
SELECT 'net_revenue', ds, fees, NULL FROM payments
UNION ALL
SELECT 'take_rate', ds, fees, gmv FROM sales
UNION ALL
SELECT 'orders', ds, orders, NULL FROM payments
UNION ALL
SELECT 'aov', ds, gmv, orders FROM sales
UNION ALL
SELECT CASE is_seller WHEN 1 THEN 'active_sellers_30d' ELSE 'active_buyers_30d' END, ds, n::BIGINT, NULL
FROM active WHERE ds <= (SELECT max(ds) FROM captured)
UNION ALL
SELECT 'live_listings', ds, count(*), NULL FROM snapshot_listing_daily WHERE status = 'active' GROUP BY ds
