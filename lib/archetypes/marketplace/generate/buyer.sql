CREATE TABLE base_dim_buyer AS
SELECT _row + 1 AS buyer_id, at_us(_at) AS created_at, country, _row, _at, _day
FROM creation
JOIN buyer_country_wheel ON slot = u64(_row, 'buyer/country') % 1000
WHERE kind = 'buyer'
ORDER BY _row;

-- Orders follow a gamma-Poisson law: each buyer's rate is a gamma variable of shape 0.7, made as one of shape 1.7 (by
-- the cube of Wilson and Hilferty, 1931) times a power of a uniform. Rates are laid end to end in order of creation, so
-- that the buyers of any past moment are a prefix; a point on that line falls to the buyer whose stretch holds it.
CREATE TEMP TABLE buyer_rate AS
WITH rated AS (
    SELECT
        buyer_id, _at,
        1 + round(
            1000 * 1.7 * greatest(0, 1 - 1 / (9 * 1.7) + gauss(buyer_id, 'buyer/gamma') / (3 * sqrt(1.7))) ** 3
            * u01(buyer_id, 'buyer/boost') ** (1 / 0.7)
        )::BIGINT AS rate
    FROM base_dim_buyer
)
SELECT buyer_id, _at, sum(rate) OVER (ORDER BY buyer_id)::BIGINT AS upper, upper - rate AS lower
FROM rated
ORDER BY buyer_id;

-- Cutpoints (Chen and Asau, 1974): the stretches that touch each interval of 1,000, found by equality.
CREATE TEMP TABLE buyer_cutpoint AS
SELECT unnest(range(lower // 1000, (upper - 1) // 1000 + 1)) AS cut, buyer_id, lower, upper FROM buyer_rate;

-- Length of the line at the start of each day.
CREATE TEMP TABLE buyer_line AS
SELECT d._day, b.upper AS length FROM days d ASOF JOIN buyer_rate b ON b._at < d.start_us;
