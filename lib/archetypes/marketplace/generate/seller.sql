CREATE TABLE base_dim_seller AS
SELECT
    _row + 1 AS seller_id, at_us(_at) AS created_at, country,
    CASE
        WHEN status < 84 THEN 'active'
        WHEN status < 93 THEN 'closed'
        WHEN status < 98 THEN 'vacation'
        ELSE 'suspended'
    END AS shop_status,
    _row, _at, _day
FROM (SELECT *, u64(_row, 'seller/status') % 100 AS status FROM creation WHERE kind = 'seller')
JOIN seller_country_wheel ON slot = u64(_row, 'seller/country') % 1000
ORDER BY _row;

-- How fast each seller lists, laid end to end in order of creation as buyers' rates are. The longer a shop exists, the
-- more it has listed: a spread of 1.0 here gives listings per seller a median of 9 and a mean of 25.
CREATE TEMP TABLE seller_rate AS
WITH rated AS (
    SELECT seller_id, _at, 1 + round(1000 * exp(gauss(seller_id, 'seller/rate')))::BIGINT AS rate FROM base_dim_seller
)
SELECT seller_id, _at, rate, sum(rate) OVER (ORDER BY seller_id)::BIGINT AS upper, upper - rate AS lower
FROM rated
ORDER BY seller_id;

CREATE TEMP TABLE seller_cutpoint AS
SELECT unnest(range(lower // 1000, (upper - 1) // 1000 + 1)) AS cut, seller_id, lower, upper FROM seller_rate;
