-- The order's fee, shared among its items by their value, each half up to the cent. An item whose order is not there is
-- worth the fee that its value would bring at the rate of the others.
WITH fee AS (
    SELECT order_id, max(revenue_cents) AS cents
    FROM revenue_fact_order
    WHERE copy = 1
    GROUP BY order_id
),
basket AS (
    SELECT w.order_id, sum(w.qty * w.item_price_cents) AS sales, max(f.cents) AS fees
    FROM window_fact_order_item AS w JOIN fee AS f ON f.order_id = w.order_id
    WHERE w.copy = 1
    GROUP BY w.order_id
),
rate AS (
    SELECT sum(fees) AS fees, sum(sales) AS sales FROM basket WHERE sales > 0
)
SELECT
    w.*,
    CAST(coalesce(
        CASE
            WHEN b.sales > 0 THEN (2 * w.qty * w.item_price_cents * b.fees + b.sales) // (2 * b.sales)
            WHEN b.order_id IS NULL AND r.sales > 0
                THEN (2 * w.qty * w.item_price_cents * r.fees + r.sales) // (2 * r.sales)
        END,
        0
    ) AS BIGINT) AS revenue_cents
FROM window_fact_order_item AS w
LEFT JOIN basket AS b ON b.order_id = w.order_id
CROSS JOIN rate AS r
