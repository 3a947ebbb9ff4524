-- Interchange of a captured payment, half up to the cent; what was declined or reversed earns nothing.
SELECT
    w.*,
    CASE
        WHEN w.auth_result = 'captured' THEN coalesce((w.amount_cents * w.interchange_bps + 5000) // 10000, 0)
        ELSE 0
    END AS revenue_cents
FROM window_fact_card_transaction AS w
