-- How far from its event each linked item begins, and whether it tells the day. `meta` and `tz` are variables.
WITH entries AS (
  SELECT unnest(entries, max_depth := 2) FROM read_json(getvariable('meta') || '/defects.json', maximum_object_size = 100000000)
),
linked AS (
  SELECT l.source, l.item_id, l.ts, l.tables, l.columns, e."table" AS event_table, e."column" AS event_column,
    list_sort(list_transform(
      coalesce(e.days::VARCHAR[], [timezone(getvariable('tz'), e."from"::TIMESTAMPTZ)::DATE::VARCHAR]),
      d -> abs(epoch(l.ts - timezone(getvariable('tz'), d::TIMESTAMP + INTERVAL 9 HOUR)))))[1] / 3600 AS hours
  FROM labels l JOIN entries e ON e.id = l.event_id
)
SELECT 'linked' AS figure, count(*)::DOUBLE AS value FROM linked
UNION ALL SELECT 'within a day and a half of a morning', coalesce(avg((hours <= 39)::INT), 1) FROM linked
UNION ALL SELECT 'name the table', coalesce(avg(list_contains(tables, event_table)::INT), 1) FROM linked
UNION ALL SELECT 'name the column', coalesce(avg((event_column IS NULL OR list_contains(columns, event_table || '.' || event_column))::INT), 1)
  FROM linked;
