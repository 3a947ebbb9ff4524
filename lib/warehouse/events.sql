-- One row an event, in order of time, from the number of events in each minute of the period: its place is its number.
CREATE TABLE minutes_{name} AS SELECT unnest(repeat([rowid::INTEGER], n::BIGINT)) AS minute FROM minute_counts;
DROP TABLE minute_counts;
CREATE VIEW events_{name} AS
SELECT _row, _at, local_day_of(_at) AS _day
FROM (SELECT rowid AS _row, period_start_us() + 60000000 * minute::BIGINT AS _at FROM minutes_{name});
