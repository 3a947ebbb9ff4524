-- Threads and e-mails about each table, and those of them near an event that hit it. `near_events(subject, from_us,
-- to_us)` holds the times near events, without overlaps.
SELECT source, subject, count(*) AS items, count(*) FILTER (near) AS near FROM (
  SELECT l.source, s.subject, EXISTS (FROM near_events n
    WHERE n.subject = s.subject AND epoch_us(l.ts) >= n.from_us AND epoch_us(l.ts) < n.to_us) AS near
  FROM labels l JOIN (SELECT DISTINCT subject FROM near_events) s ON list_contains(l.tables, s.subject)
  WHERE l.source <> 'nlq'
) GROUP BY source, subject ORDER BY source, subject;
