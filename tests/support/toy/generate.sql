-- Lines: nine in ten opened in the year before the period, the others evenly inside it.
CREATE TABLE base_dim_line AS
WITH drawn AS (
    SELECT i,
        CASE WHEN u01(i, 'line/before') < 0.9 THEN period_start_us() - 60000000 * (1 + (u64(i, 'line/opened') % 525600)::BIGINT)
            ELSE period_start_us() + ((period_end_us() - period_start_us()) * u01(i, 'line/opened'))::BIGINT END AS opened_us
    FROM range(size('lines')) t(i)
)
SELECT row_number() OVER (ORDER BY opened_us, i) - 1 AS _row, opened_us AS _at, local_day_of(opened_us) AS _day,
    row_number() OVER (ORDER BY opened_us, i) AS line_id, at_us(opened_us) AS opened_at
FROM drawn ORDER BY line_id;

-- A stop opens within ten days of its line.
CREATE TABLE base_dim_stop AS
WITH drawn AS (
    SELECT i, l.line_id, l._at + (864000000000 * u01(i, 'stop/opened'))::BIGINT AS opened_us
    FROM range(size('stops')) t(i)
    JOIN base_dim_line l ON l.line_id = 1 + (u64(i, 'stop/line') % size('lines')::UBIGINT)::BIGINT
)
SELECT row_number() OVER (ORDER BY opened_us, i) - 1 AS _row, opened_us AS _at, local_day_of(opened_us) AS _day,
    row_number() OVER (ORDER BY opened_us, i) AS stop_id, line_id, at_us(opened_us) AS opened_at
FROM drawn ORDER BY stop_id;

CREATE TABLE stops_open AS
SELECT d._day, s.stops
FROM days d ASOF JOIN (SELECT _day, max(stop_id) AS stops FROM base_dim_stop GROUP BY _day) s ON s._day < d._day
ORDER BY d._day;

CREATE VIEW keys_fact_ride AS SELECT _row, _at, _day, _row + 1 AS ride_id FROM events_ride;

CREATE VIEW base_fact_ride AS
SELECT e._row, e._at, e._day, e._row + 1 AS ride_id,
    1 + (u64(e._row, 'ride/stop') % o.stops::UBIGINT)::BIGINT AS stop_id,
    at_us(e._at) AS ridden_at, f.cents AS fare_cents
FROM events_ride e
JOIN stops_open o ON o._day = e._day
JOIN ref_fare f ON f.zone = (u64(e._row, 'ride/zone') % 8)::INTEGER // 2;
