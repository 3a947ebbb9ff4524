-- Values of the checks in checks.ts. An order's payment and lines are found by its id: those that have lost it are the
-- business of other gates.
WITH leaves AS (
    SELECT t.category_id, count(l.category_id) AS n
    FROM dim_category t LEFT JOIN dim_category l ON l.parent_id = t.category_id
    WHERE t.parent_id IS NULL GROUP BY t.category_id
),
order_days AS (
    SELECT local_day(order_time) AS ds, count(*) AS orders
    FROM first_fact_order WHERE order_time IS NOT NULL GROUP BY 1
),
paid AS (
    SELECT o.*, p.captured_at, p.buyer_paid_cents, p.seller_earnings_cents, p.platform_fee_cents
    FROM first_fact_order o JOIN first_fact_payment p ON p.order_id = o.order_id
),
-- A seller who joined after the order cannot have filled it: that line's seller is a planted failure.
baskets AS (
    SELECT o.order_id, any_value(o.subtotal_cents) AS subtotal, sum(i.qty * i.item_price_cents) AS lines,
        count(DISTINCT s.seller_id) AS sellers
    FROM first_fact_order o
    JOIN first_fact_order_item i ON i.order_id = o.order_id
    LEFT JOIN dim_seller s ON s.seller_id = i.seller_id AND s.created_at <= o.order_time
    GROUP BY o.order_id
)
SELECT 'top_categories' AS id, count(*)::DOUBLE AS value FROM leaves
UNION ALL
SELECT 'fewest_leaves', min(n) FROM leaves
UNION ALL
SELECT 'most_leaves', max(n) FROM leaves
UNION ALL
SELECT 'listings_outside_leaves', count(*)
FROM dim_listing l JOIN dim_category c ON c.category_id = l.category_id WHERE c.parent_id IS NULL
UNION ALL
SELECT 'weekend_factor', avg(orders) FILTER (isodow(ds) >= 6) / avg(orders) FILTER (isodow(ds) < 6) FROM order_days
UNION ALL
SELECT 'take_rate_pct', 100.0 * sum(platform_fee_cents) / nullif(sum(subtotal_cents), 0) FROM paid
UNION ALL
SELECT 'order_value_cents', avg(subtotal_cents) FROM first_fact_order
UNION ALL
-- A payment before its order is a planted failure.
SELECT 'captured_on_order_day_pct',
    100.0 * count(*) FILTER (local_day(captured_at) = local_day(order_time)) / nullif(count(*), 0)
FROM paid WHERE captured_at >= order_time
UNION ALL
SELECT 'several_seller_orders', count(*) FROM baskets WHERE sellers > 1
UNION ALL
SELECT 'wrong_buyer_paid', count(*) FROM paid
WHERE buyer_paid_cents <> subtotal_cents - discount_cents + shipping_cents + tax_cents
UNION ALL
SELECT 'wrong_seller_earnings', count(*) FROM paid
WHERE seller_earnings_cents <> buyer_paid_cents - tax_cents - platform_fee_cents
UNION ALL
-- An order may have lost a line that does not know its order any more, but never holds more than it cost.
SELECT 'lines_over_subtotal', count(*) FROM baskets WHERE lines > subtotal
