-- Premium is 8 % of the verified customers of mid-period, and grows with the trajectory; 1.8 % leave each month and
-- as many join. `wanted` is the
-- number of subscribers, `joining` the chance that another customer becomes one.
CREATE TABLE subscription_months AS
WITH months AS (
    SELECT m, (getvariable('first_day')::DATE + to_months(m::INTEGER))::DATE AS first_ds
    FROM range(CAST(ceil((SELECT count(*) FROM days) / 30.4375) AS BIGINT)) t(m)
),
people AS (
    SELECT count(*) AS verified, count(*) FILTER (_day < (SELECT count(*) // 2 FROM days)) AS at_middle
    FROM base_dim_customer WHERE kyc_status = 'verified'
),
sized AS (
    SELECT m.m, d._day, greatest(0.018, -getvariable('monthly_growth')) AS leaving, 0.08 * p.at_middle * d.growth AS wanted,
        (SELECT count(*) FROM base_dim_customer c WHERE c.kyc_status = 'verified' AND c._day < d._day) AS customers
    FROM months m JOIN days d ON d.ds = m.first_ds CROSS JOIN people p
)
SELECT m, leaving, round(wanted) AS wanted,
    greatest(0, wanted - (1 - leaving) * lag(wanted) OVER (ORDER BY m)) / greatest(1, customers - wanted) AS joining
FROM sized ORDER BY m;

-- As many as are wanted have joined before the period. Another customer joins in the first month whose draw says so,
-- and each stays for a geometric number of months.
CREATE TABLE subscribers AS
WITH ranked AS (
    SELECT customer_id, _day, row_number() OVER (ORDER BY _day >= 0, u64(customer_id, 'subscriber/first')) AS rank
    FROM base_dim_customer WHERE kyc_status = 'verified'
),
joined AS (
    SELECT customer_id, 0 AS joined FROM ranked WHERE rank <= (SELECT wanted FROM subscription_months WHERE m = 0)
    UNION ALL
    SELECT r.customer_id, min(m.m) AS joined
    FROM ranked r JOIN subscription_months m ON m.m > 0 AND u01(r.customer_id * 64 + m.m, 'subscriber/join') < m.joining
    JOIN days d ON d.ds = (getvariable('first_day')::DATE + to_months(m.m::INTEGER))::DATE
    WHERE r._day < d._day AND r.rank > (SELECT wanted FROM subscription_months WHERE m = 0)
    GROUP BY r.customer_id
)
SELECT customer_id, joined,
    joined + 1 + floor(ln(u01(customer_id, 'subscriber/stay')) / ln(1 - (SELECT max(leaving) FROM subscription_months)))
        ::BIGINT AS "left",
    (u64(customer_id, 'subscriber/day') % 28)::INTEGER AS day_of_month,
    (360 + u64(customer_id, 'subscriber/minute') % 960)::INTEGER AS minute_of_day,
    u01(customer_id, 'subscriber/plan') < 0.04 AS annual,
    -- Those who were there at the start had joined in any of the months before.
    CASE WHEN joined = 0 THEN u64(customer_id, 'subscriber/since') % 12 ELSE 0 END::BIGINT AS since
FROM joined ORDER BY customer_id;

-- One invoice a month (or a year), due when its period starts. Payment: 92.8 % at once, 3.6 % after retries within
-- two, three and a half, or seven days, 3.6 % never. What is paid after the period's end is not known yet.
CREATE TABLE base_fact_subscription_invoice AS
WITH billed AS (
    SELECT s.customer_id, s.annual, s.customer_id * 64 + m.m AS draw,
        (getvariable('first_day')::DATE + to_months(m.m::INTEGER) + to_days(s.day_of_month))::DATE AS ds,
        (getvariable('first_day')::DATE + to_months((m.m + CASE WHEN s.annual THEN 12 ELSE 1 END)::INTEGER)
            + to_days(s.day_of_month))::DATE AS next_ds,
        s.minute_of_day
    FROM subscribers s JOIN subscription_months m ON m.m >= s.joined AND m.m < s."left"
    WHERE NOT s.annual OR (m.m - s.joined + s.since) % 12 = 0
),
timed AS (
    SELECT *, epoch_us(timezone(getvariable('tz'), ds + to_minutes(minute_of_day))) AS start_us,
        epoch_us(timezone(getvariable('tz'), next_ds + to_minutes(minute_of_day))) AS end_us,
        u01(draw, 'invoice/outcome') AS outcome, u01(draw, 'invoice/delay') AS delay
    FROM billed WHERE ds < (SELECT max(ds) FROM days) + 1
),
paid AS (
    SELECT *, start_us + CASE
        WHEN outcome < 0.928 THEN 60000000 * greatest(1, round(15 * exp(gauss(draw, 'invoice/lag'))))::BIGINT
        WHEN outcome < 0.945 THEN 60000000 * (1440 + 1440 * delay)::BIGINT
        WHEN outcome < 0.953 THEN 60000000 * (2880 + 2160 * delay)::BIGINT
        WHEN outcome < 0.964 THEN 60000000 * (7200 + 2880 * delay)::BIGINT END AS paid_us
    FROM timed
)
SELECT row_number() OVER (ORDER BY start_us, customer_id) - 1 AS _row, start_us AS _at, local_day_of(start_us) AS _day,
    row_number() OVER (ORDER BY start_us, customer_id) AS invoice_id, customer_id,
    CASE WHEN annual THEN 3 ELSE 2 END::BIGINT AS plan_id,
    at_us(start_us) AS period_start, at_us(end_us) AS period_end,
    CASE WHEN paid_us < period_end_us() THEN at_us(paid_us) END AS paid_at,
    CASE WHEN annual THEN 9900 ELSE 999 END::BIGINT AS amount_cents
FROM paid ORDER BY start_us, customer_id;
