-- 97 % of orders are captured within five minutes, the others within six hours; none later than its local day.
CREATE TABLE base_fact_payment AS
WITH captured AS (
    SELECT
        p._row AS order_row, p._at AS _not_before, p._day, subtotal - discount + shipping + tax AS paid, tax, fee,
        least(
            end_us - 60000000,
            p._at + 60000000 * CASE
                WHEN u64(p._row, 'payment/slow') % 100 < 97 THEN u64(p._row, 'payment/minutes') % 6
                ELSE 6 + u64(p._row, 'payment/minutes') % 355
            END::BIGINT
        ) AS _at
    FROM purchase p JOIN days USING (_day)
)
SELECT
    order_row + 1 AS order_id, at_us(_at) AS captured_at, paid AS buyer_paid_cents,
    paid - tax - fee AS seller_earnings_cents, fee AS platform_fee_cents,
    row_number() OVER (ORDER BY _at, order_row) - 1 AS _row, _at, _day, _not_before
FROM captured
ORDER BY _row;
