-- Whether labels fit their items and speak of what there is: labels (or items) that break each rule. `archetype` is a
-- variable; `declared(name)` holds its tables and columns, as `table` and `table.column`.
SELECT 'every item has a label' AS rule, (SELECT count(*) FROM items ANTI JOIN labels USING (source, item_id)) AS broken
UNION ALL SELECT 'every label has an item', (SELECT count(*) FROM labels ANTI JOIN items USING (source, item_id))
UNION ALL SELECT 'labels are unique', (SELECT count(*) - count(DISTINCT (source, item_id)) FROM labels)
UNION ALL SELECT 'labels are of the archetype', (SELECT count(*) FROM labels WHERE archetype <> getvariable('archetype'))
UNION ALL SELECT 'labels carry the time of the first message',
  (SELECT count(*) FROM items i JOIN labels l USING (source, item_id) WHERE i.ts <> l.ts)
UNION ALL SELECT 'threads and e-mails have a theme where they are positive, and nowhere else', (SELECT count(*) FROM labels
  WHERE source <> 'nlq' AND (relevance IS NULL OR (theme IS NOT NULL) <> (relevance = 'positive')))
UNION ALL SELECT 'queries have a theme and no relevance', (SELECT count(*) FROM labels
  WHERE source = 'nlq' AND (theme IS NULL OR relevance IS NOT NULL OR met IS NOT NULL))
UNION ALL SELECT 'only positive items are met or unmet, name tables or tell of events', (SELECT count(*) FROM labels
  WHERE source <> 'nlq' AND relevance <> 'positive'
    AND (met IS NOT NULL OR len(tables) + len(columns) > 0 OR event_id IS NOT NULL))
UNION ALL SELECT 'tables and columns are declared', (SELECT count(*)
  FROM (SELECT unnest(tables || columns) AS name FROM labels) ANTI JOIN declared USING (name));
