-- Payments captured in the evening, [17:00, 22:00) local time: at most seven, and more than two hours before midnight.
-- No clock changes in those hours, so this holds on days of 23 and 25 hours too.
WITH daily AS (
    SELECT ds, sum(evening)::BIGINT AS evening, count(*) AS payments
    FROM (
        SELECT
            local_day(captured_at) AS ds,
            CASE
                WHEN local_day(captured_at + INTERVAL '7' HOUR) > local_day(captured_at)
                    AND local_day(captured_at + INTERVAL '2' HOUR) = local_day(captured_at) THEN 1
                ELSE 0
            END AS evening
        FROM first_fact_payment
        WHERE captured_at IS NOT NULL
    ) AS payment
    WHERE ds BETWEEN getvariable('window_from') AND getvariable('window_to')
    GROUP BY ds
),
total AS (
    SELECT
        sum(evening)::BIGINT AS evening, sum(payments)::BIGINT AS payments,
        count(CASE WHEN telling THEN 1 END) AS days,
        count(
            CASE WHEN telling AND 100.0 * evening / payments >= getvariable('evening_min_share_pct') THEN 1 END
        ) AS qualifying
    FROM (SELECT *, payments >= getvariable('evening_min_payments') AS telling FROM daily)
)
SELECT 'daily_share_pct' AS metric, ds, evening AS numerator, payments AS denominator, 100.0 * evening / payments AS value
FROM daily
UNION ALL
SELECT 'overall_share_pct', NULL, evening, payments, 100.0 * evening / nullif(payments, 0) FROM total
UNION ALL
-- Of the days that have payments enough to tell.
SELECT 'days_pct', NULL, qualifying, days, 100.0 * qualifying / nullif(days, 0) FROM total
