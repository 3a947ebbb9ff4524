-- One pass over payments, by card and day: spend, interchange and who was active all follow from it.
WITH card_days AS MATERIALIZED (
    SELECT local_day(event_time) AS ds, card_id, sum(amount_cents) AS spend,
        sum(amount_cents * interchange_bps) AS interchange
    FROM first_fact_card_transaction WHERE auth_result = 'captured'
    GROUP BY ALL
),
-- A customer counts on the 30 local days that start with a payment; counting only up to the next payment counts once.
customer_days AS (
    SELECT DISTINCT d.ds, a.customer_id
    FROM card_days d
    JOIN dim_card c ON c.card_id = d.card_id
    JOIN dim_account a ON a.account_id = c.account_id
    WHERE a.customer_id IS NOT NULL
),
spans AS (
    SELECT ds AS first_ds, least(ds + 30, coalesce(lead(ds) OVER (PARTITION BY customer_id ORDER BY ds), ds + 30))
        AS end_ds
    FROM customer_days
),
changes AS (
    SELECT ds, sum(change) AS change FROM (
        SELECT first_ds AS ds, 1 AS change FROM spans UNION ALL SELECT end_ds, -1 FROM spans
    ) GROUP BY ds
),
active AS (
    SELECT ds, sum(change) OVER (ORDER BY ds) AS customers FROM changes
)
SELECT 'active_customers_30d' AS kpi, ds, customers::BIGINT AS numerator, NULL::BIGINT AS denominator
FROM active WHERE ds <= (SELECT max(ds) FROM card_days)
UNION ALL
SELECT 'new_account_opens', local_day(created_at), count(*), NULL FROM dim_account GROUP BY ALL
UNION ALL
SELECT 'card_spend', ds, sum(spend)::BIGINT, NULL FROM card_days GROUP BY ds
UNION ALL
-- Basis points of cents: rounded to the cent once a day.
SELECT 'interchange_revenue', ds, ((sum(interchange) + 5000) // 10000)::BIGINT, NULL FROM card_days GROUP BY ds
UNION ALL
SELECT 'subscription_revenue', local_day(period_start), sum(amount_cents)::BIGINT, NULL
FROM first_fact_subscription_invoice WHERE paid_at IS NOT NULL GROUP BY ALL
