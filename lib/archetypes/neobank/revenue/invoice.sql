-- What was billed, paid or not: the money of an unpaid invoice is owed, and just what a gap in it puts at risk.
SELECT w.*, coalesce(w.amount_cents, 0) AS revenue_cents
FROM window_fact_subscription_invoice AS w
