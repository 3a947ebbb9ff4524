-- Interchange of captured payments, rounded half up to the cent once a day, and subscriptions that were paid, on the day
-- from which they run: the two key figures of revenue, added.
WITH interchange AS (
    SELECT local_day(event_time) AS ds, (CAST(sum(amount_cents * interchange_bps) AS BIGINT) + 5000) // 10000 AS cents
    FROM first_fact_card_transaction
    WHERE auth_result = 'captured' AND event_time >= getvariable('revenue_start')
    GROUP BY local_day(event_time)
),
subscription AS (
    SELECT local_day(period_start) AS ds, CAST(sum(amount_cents) AS BIGINT) AS cents
    FROM first_fact_subscription_invoice
    WHERE paid_at IS NOT NULL AND period_start >= getvariable('revenue_start')
    GROUP BY local_day(period_start)
)
SELECT ds, CAST(sum(cents) AS BIGINT) AS cents
FROM (SELECT * FROM interchange UNION ALL SELECT * FROM subscription) AS earned
GROUP BY ds
