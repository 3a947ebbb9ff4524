-- Over the whole history: a window of 30 days holds too few bills for one of them not to decide.
WITH lags AS (
    SELECT (epoch_us(paid_at) - epoch_us(period_start)) // 1000000 AS paid_s FROM first_fact_subscription_invoice
)
SELECT 'missing_pct' AS metric, NULL::DATE AS ds, count(*) FILTER (paid_s IS NULL) AS numerator,
    count(*) AS denominator, 100.0 * count(*) FILTER (paid_s IS NULL) / nullif(count(*), 0) AS value
FROM lags
UNION ALL
-- On time: paid within three days of the start of the period that the bill is for.
SELECT 'on_time_pct', NULL, count(*) FILTER (paid_s <= 259200), count(*),
    100.0 * count(*) FILTER (paid_s <= 259200) / nullif(count(*), 0)
FROM lags
UNION ALL
SELECT 'dup_key_pct', NULL, n - distinct_n, n, 100.0 * (n - distinct_n) / nullif(n, 0)
FROM (SELECT count(invoice_id) AS n, count(DISTINCT invoice_id) AS distinct_n FROM fact_subscription_invoice)
UNION ALL
SELECT 'p95_payment_lag_min', NULL, NULL, count(paid_s), quantile_cont(paid_s, 0.95) / 60 FROM lags
