-- One row an event, in order of time, from the number of events in each minute of the period.
CREATE TABLE events_{name} AS
WITH minutes AS (
    SELECT unnest(range(len(counts))) AS minute, unnest(counts) AS n
    FROM (SELECT string_split($counts, ',')::SMALLINT[] AS counts)
),
numbered AS (
    SELECT period_start_us() + 60000000 * minute AS at_us, n, (sum(n) OVER (ORDER BY minute) - n)::BIGINT AS first
    FROM minutes
)
SELECT unnest(range(first, first + n)) AS _row, at_us AS _at, local_day_of(at_us) AS _day
FROM numbered;
