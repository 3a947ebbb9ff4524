-- When buyers, sellers and listings came: 62 % before the period, ever more of them as it drew near, the rest evenly
-- inside it. The first of each kind stands at its horizon, and sellers' lies furthest back: a listing always finds one.
-- Days before the period are counted in 24 hours back from its start.
CREATE TEMP TABLE creation AS
WITH member AS (
    SELECT kind, horizon, n, unnest(range(n)) AS i, 4 * i + kind_key AS draw_key
    FROM (VALUES
        (0, 'buyer', 1095, size('buyers')),
        (1, 'seller', 1200, size('sellers')),
        (2, 'listing', 1095, size('listings'))
    ) AS kinds (kind_key, kind, horizon, n)
),
dated AS (
    SELECT
        kind, draw_key,
        CASE
            WHEN i = 0 THEN -horizon
            WHEN i < 0.62 * n THEN -1 - floor((horizon - 1) * (1 - sqrt(u01(draw_key, 'creation/before'))))
            ELSE floor((SELECT count(*) FROM days) * u01(draw_key, 'creation/inside'))
        END::INTEGER AS _day
    FROM member
),
timed AS (
    SELECT
        kind, draw_key, _day,
        coalesce(start_us, period_start_us() + _day * 86400000000)
        + 60000000 * floor(coalesce(end_us - start_us, 86400000000) / 60000000 * u01(draw_key, 'creation/minute'))::BIGINT
            AS _at
    FROM dated LEFT JOIN days USING (_day)
)
SELECT kind, row_number() OVER (PARTITION BY kind ORDER BY _at, draw_key) - 1 AS _row, _at, _day
FROM timed
ORDER BY kind, _row;
