-- The fee of the order's payment. An order without one is worth the fee that its value would bring at the rate of the
-- others (half up to the cent): it is not less at risk for being unmatched.
WITH fee AS (
    SELECT order_id, sum(platform_fee_cents) AS cents
    FROM first_fact_payment
    WHERE captured_at IS NOT NULL AND order_id IN (SELECT order_id FROM window_fact_order)
    GROUP BY order_id
),
rate AS (
    SELECT sum(f.cents) AS fees, sum(w.subtotal_cents) AS sales
    FROM window_fact_order AS w JOIN fee AS f ON f.order_id = w.order_id
    WHERE w.copy = 1 AND w.subtotal_cents > 0
)
SELECT
    w.*,
    CAST(coalesce(
        f.cents,
        CASE WHEN r.sales > 0 THEN (2 * w.subtotal_cents * r.fees + r.sales) // (2 * r.sales) END,
        0
    ) AS BIGINT) AS revenue_cents
FROM window_fact_order AS w
LEFT JOIN fee AS f ON f.order_id = w.order_id
CROSS JOIN rate AS r
