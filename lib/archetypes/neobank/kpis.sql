-- Captured payments in one pass, grouped twice: by day for the sums, and who paid on which day as one bit a day: 32 days
-- of one card to a word, then of one customer.
WITH captured AS (
    SELECT card_id, local_day(event_time) AS ds, amount_cents, interchange_bps
    FROM first_fact_card_transaction WHERE auth_result = 'captured'
),
numbered AS (
    SELECT *, (ds - DATE '1970-01-01') // 32 AS word, (ds - DATE '1970-01-01') % 32 AS bit FROM captured
),
grouped AS MATERIALIZED (
    SELECT grouping(ds) AS by_card, ds, card_id, word, bit_or(1::BIGINT << bit) AS days,
        sum(amount_cents)::BIGINT AS spend, sum(amount_cents * interchange_bps)::BIGINT AS interchange
    FROM numbered GROUP BY GROUPING SETS ((ds), (card_id, word))
),
customer_words AS (
    SELECT a.customer_id, w.word, bit_or(w.days) AS days
    FROM grouped w
    JOIN dim_card c ON c.card_id = w.card_id
    JOIN dim_account a ON a.account_id = c.account_id
    WHERE w.by_card = 1 AND a.customer_id IS NOT NULL
    GROUP BY ALL
),
-- The 32 days of a word above the 32 before them; a customer's last word reaches into the next one.
pairs AS (
    SELECT customer_id, word, bit_or(days) AS days FROM (
        SELECT customer_id, word, days << 31 AS days FROM customer_words
        UNION ALL
        SELECT customer_id, word + 1, days >> 1 FROM customer_words
    ) GROUP BY ALL
),
-- A day of payment shows on itself and the 29 days after it: 2, 4, 8, 16, then 30 days.
spread_16 AS (
    SELECT word, d4 | ((d4 & 36028797018963967) << 8) AS days FROM (
        SELECT word, d2 | ((d2 & 576460752303423487) << 4) AS d4 FROM (
            SELECT word, d1 | ((d1 & 2305843009213693951) << 2) AS d2 FROM (
                SELECT word, days | ((days & 4611686018427387903) << 1) AS d1 FROM pairs
            )
        )
    )
),
spread_30 AS (
    SELECT word, (days | ((days & 562949953421311) << 14)) >> 31 AS days FROM spread_16
),
active AS (
    SELECT DATE '1970-01-01' + (word * 32 + bit)::INTEGER AS ds, sum((days >> bit) & 1)::BIGINT AS customers
    FROM spread_30, range(32) AS bits (bit)
    GROUP BY ALL
),
days AS (
    SELECT ds, spend, interchange FROM grouped WHERE by_card = 0
)
SELECT 'active_customers_30d' AS kpi, ds, customers AS numerator, NULL::BIGINT AS denominator
FROM active WHERE ds BETWEEN (SELECT min(ds) FROM days) AND (SELECT max(ds) FROM days)
UNION ALL
SELECT 'new_account_opens', local_day(created_at), count(*), NULL FROM dim_account GROUP BY ALL
UNION ALL
SELECT 'card_spend', ds, spend, NULL FROM days
UNION ALL
-- Basis points of cents: rounded to the cent once a day.
SELECT 'interchange_revenue', ds, (interchange + 5000) // 10000, NULL FROM days
UNION ALL
SELECT 'subscription_revenue', local_day(period_start), sum(amount_cents)::BIGINT, NULL
FROM first_fact_subscription_invoice WHERE paid_at IS NOT NULL GROUP BY ALL
