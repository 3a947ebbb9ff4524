-- Platform fees of captured payments, on the local day of capture: the key figure of net revenue.
SELECT local_day(captured_at) AS ds, CAST(coalesce(sum(platform_fee_cents), 0) AS BIGINT) AS cents
FROM first_fact_payment
WHERE captured_at >= getvariable('revenue_start')
GROUP BY local_day(captured_at)
