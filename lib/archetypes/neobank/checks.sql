-- Values of the checks in checks.ts; {mccs} stands for the codes of the taxonomy, each with its sector.
WITH mcc (code, sector) AS (VALUES {mccs}),
merchants AS (
    SELECT m.merchant_id, c.code, c.sector FROM dim_merchant m LEFT JOIN mcc c ON c.code = m.mcc
),
payments AS (
    SELECT count(*) AS n, count(*) FILTER (auth_result = 'captured') AS captured,
        count(*) FILTER (interchange_bps <> 0 AND interchange_bps NOT BETWEEN 20 AND 300) AS out_of_caps,
        sum(amount_cents) FILTER (auth_result = 'captured') AS spend,
        sum(amount_cents * interchange_bps) FILTER (auth_result = 'captured') AS interchange
    FROM first_fact_card_transaction
),
bills AS (
    SELECT count(*) AS n, count(DISTINCT date_trunc('month', local_day(period_start))) AS months,
        min(period_start) + (max(period_start) - min(period_start)) / 2 AS middle
    FROM first_fact_subscription_invoice
)
SELECT 'mcc_codes' AS id, count(DISTINCT code)::DOUBLE AS value FROM merchants
UNION ALL
SELECT 'mcc_sectors', count(DISTINCT sector) FROM merchants
UNION ALL
SELECT 'unknown_mcc_merchants', count(*) FROM merchants WHERE code IS NULL
UNION ALL
SELECT 'interchange_bps', interchange / nullif(spend, 0) FROM payments
UNION ALL
SELECT 'interchange_out_of_caps', out_of_caps FROM payments
UNION ALL
SELECT 'captured_pct', 100 * captured / nullif(n, 0) FROM payments
UNION ALL
SELECT 'mean_ticket_cents', spend / nullif(captured, 0) FROM payments
UNION ALL
-- Bills a month over the verified customers of mid-period: annual plans, one in 25, hardly show in a month.
SELECT 'premium_attach_pct', 100.0 * n / nullif(months, 0) / nullif(verified, 0)
FROM bills, (
    SELECT count(*) AS verified FROM dim_customer, bills WHERE kyc_status = 'verified' AND created_at < middle
)
UNION ALL
SELECT 'premium_price_cents', max(price_cents) FROM dim_plan WHERE cadence = 'monthly'
UNION ALL
SELECT 'billed_at_price_pct', 100.0 * count(*) FILTER (i.amount_cents = p.price_cents) / nullif(count(*), 0)
FROM first_fact_subscription_invoice i JOIN dim_plan p ON p.plan_id = i.plan_id
