-- How many there are of each kind: one row a count.
SELECT 'items' AS kind, source, '' AS name, count(*) AS n FROM items GROUP BY source
UNION ALL SELECT 'role', source, role, count(*) FROM users GROUP BY source, role
UNION ALL SELECT 'bucket', 'slack', channel_cat, count(DISTINCT thread_id) FROM slack GROUP BY channel_cat
UNION ALL SELECT 'bucket', 'email', list_cat, count(*) FROM email GROUP BY list_cat
UNION ALL SELECT 'messages', 'slack', messages::VARCHAR, count(*)
  FROM (SELECT count(*) AS messages FROM slack GROUP BY thread_id) GROUP BY messages
ORDER BY ALL;
