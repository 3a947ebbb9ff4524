-- Each event draws its minute within the hour; counting them by minute puts them in order without sorting them.
CREATE TABLE events_{name} AS
WITH minutes AS (
    SELECT start_us + minute * 60000000 AS at_minute, day, count(*) AS n
    FROM (
        SELECT start_us, day, floor(60 * u01(event, 'events_{name}/minute'))::BIGINT AS minute
        FROM (SELECT start_us, day, unnest(range(first, first + n)) AS event FROM hours)
    )
    GROUP BY ALL
    ORDER BY at_minute
),
numbered AS (
    SELECT at_minute, day, n, (sum(n) OVER (ORDER BY at_minute) - n)::BIGINT AS first FROM minutes ORDER BY at_minute
)
SELECT unnest(range(first, first + n)) AS _row, at_minute AS _at, day AS _day FROM numbered;
