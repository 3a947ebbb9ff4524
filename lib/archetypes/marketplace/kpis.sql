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
active_day AS (
    SELECT DISTINCT 'active_buyers_30d' AS kpi, o.buyer_id AS id, c.ds
    FROM captured c JOIN first_fact_order o ON o.order_id = c.order_id
    WHERE o.buyer_id IS NOT NULL
    UNION ALL
    SELECT DISTINCT 'active_sellers_30d', seller_id, ds FROM sold WHERE seller_id IS NOT NULL
),
stretch AS (
    SELECT kpi, ds, least(ds + 30, coalesce(lead(ds) OVER (PARTITION BY kpi, id ORDER BY ds), ds + 30)) AS end_ds
    FROM active_day
),
change AS (
    SELECT kpi, ds, sum(step) AS step
    FROM (SELECT kpi, ds, 1 AS step FROM stretch UNION ALL SELECT kpi, end_ds, -1 FROM stretch)
    GROUP BY kpi, ds
),
active AS (
    SELECT kpi, ds, sum(step) OVER (PARTITION BY kpi ORDER BY ds) AS n FROM change
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
SELECT kpi, ds, n::BIGINT, NULL FROM active WHERE ds <= (SELECT max(ds) FROM captured)
UNION ALL
SELECT 'live_listings', ds, count(*), NULL FROM snapshot_listing_daily WHERE status = 'active' GROUP BY ds
