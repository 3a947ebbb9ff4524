-- Whether the items that tell of an event tell of one in the ledger: labels that break each rule. `event_times(id,
-- subject, from_us, to_us)` holds one row for each time of an event, a day wider on both sides; its subject is a table or
-- a column.
WITH linked AS (SELECT item_id, event_id, epoch_us(ts) AS us, tables || columns AS names FROM labels WHERE event_id IS NOT NULL)
SELECT 'events are in the ledger' AS rule,
  (SELECT count(*) FROM linked l ANTI JOIN event_times e ON e.id = l.event_id) AS broken
UNION ALL SELECT 'items lie within a day of their event', (SELECT count(*) FROM linked l
  WHERE EXISTS (FROM event_times e WHERE e.id = l.event_id)
    AND NOT EXISTS (FROM event_times e WHERE e.id = l.event_id AND l.us >= e.from_us AND l.us < e.to_us))
UNION ALL SELECT 'items name what their event hit', (SELECT count(*) FROM linked l
  WHERE EXISTS (FROM event_times e WHERE e.id = l.event_id AND NOT list_contains(l.names, e.subject)));
