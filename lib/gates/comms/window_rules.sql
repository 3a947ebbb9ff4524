-- Texts written before or after the window, by source. `from_us`, `to_us` (exclusive) are variables.
SELECT source AS rule, count(*) FILTER (epoch_us(ts) < getvariable('from_us') OR epoch_us(ts) >= getvariable('to_us')) AS broken
FROM texts GROUP BY source ORDER BY source;
