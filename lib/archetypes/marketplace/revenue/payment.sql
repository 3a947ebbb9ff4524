SELECT w.*, CASE WHEN w.captured_at IS NULL THEN 0 ELSE coalesce(w.platform_fee_cents, 0) END AS revenue_cents
FROM window_fact_payment AS w
