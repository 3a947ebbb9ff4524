-- Money of each order, in integer cents; rates are basis points.
--   buyer paid = subtotal - discount + shipping + tax;  seller earnings = buyer paid - tax - platform fee
-- A discount is more likely from Thanksgiving's Friday to the Monday after; digital goods are never shipped.
CREATE TEMP TABLE purchase AS
WITH basket AS (
    SELECT order_id, sum(qty * item_price_cents)::BIGINT AS subtotal FROM base_fact_order_item GROUP BY order_id
),
cyber_week AS (
    SELECT _day, ds BETWEEN thanksgiving + 1 AND thanksgiving + 4 AS cyber
    FROM (
        SELECT _day, ds, november + ((11 - isodow(november)) % 7 + 21)::INTEGER AS thanksgiving
        FROM (SELECT _day, ds, make_date(year(ds), 11, 1) AS november FROM days)
    )
),
discounted AS (
    SELECT
        s._row, s._at, s._day, s.buyer_id, b.country, c.currency, b.country = v.country AS domestic, s.digital,
        k.subtotal,
        CASE
            WHEN u64(s._row, 'order/discounted') % 100 >= CASE WHEN cyber THEN 55 ELSE 24 END THEN 0
            ELSE [10, 10, 10, 10, 10, 10, 10, 15, 15, 15, 15, 20, 20, 20, 20, 20, 25, 25, 30, 40]
                [1 + (u64(s._row, 'order/discount') % 20)::BIGINT]
        END AS discount_pct
    FROM sale s
    JOIN basket k ON k.order_id = s._row + 1
    JOIN cyber_week USING (_day)
    JOIN base_dim_buyer b USING (buyer_id)
    JOIN base_dim_seller v USING (seller_id)
    JOIN ref_country c ON c.country = b.country
),
shipped AS (
    SELECT
        *, (subtotal * discount_pct + 50) // 100 AS discount,
        CASE
            WHEN digital OR u64(_row, 'order/free_shipping') % 100 < CASE WHEN subtotal >= 3500 THEN 60 ELSE 22 END THEN 0
            ELSE round(CASE WHEN domestic THEN 520 ELSE 1250 END * exp(0.5 * gauss(_row, 'order/shipping')))
        END::BIGINT AS shipping
    FROM discounted
),
taxed AS (
    SELECT
        *,
        CASE
            WHEN country = 'US' AND u64(_row, 'order/taxed') % 100 < 92
                THEN least(1050, greatest(400, round(750 + 150 * gauss(_row, 'order/tax_rate'))))
            WHEN country <> 'US' AND u64(_row, 'order/taxed') % 100 < 30 THEN 2000
            ELSE 0
        END::BIGINT AS tax_bps,
        (1140 + u64(_row, 'order/fee_rate') % 121)::BIGINT AS fee_bps
    FROM shipped
)
SELECT
    _row, _at, _day, buyer_id, currency, subtotal, discount, shipping,
    ((subtotal - discount + shipping) * tax_bps + 5000) // 10000 AS tax,
    (subtotal * fee_bps + 5000) // 10000 AS fee
FROM taxed
ORDER BY _row;

DROP TABLE sale;

CREATE VIEW base_fact_order AS
SELECT
    _row + 1 AS order_id, buyer_id, at_us(_at) AS order_time, currency, subtotal AS subtotal_cents, tax AS tax_cents,
    shipping AS shipping_cents, discount AS discount_cents, _row, _at, _day
FROM purchase;
