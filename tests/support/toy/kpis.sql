SELECT 'rides' AS kpi, local_day(ridden_at) AS ds, count(*) AS numerator, NULL::BIGINT AS denominator
FROM first_fact_ride GROUP BY ALL
UNION ALL
SELECT 'fares', local_day(ridden_at), sum(fare_cents)::BIGINT, NULL FROM first_fact_ride GROUP BY ALL
UNION ALL
SELECT 'mean_fare', local_day(ridden_at), sum(fare_cents)::BIGINT, count(*) FROM first_fact_ride GROUP BY ALL
