-- How many items have each label: one row a count.
SELECT 'relevance' AS kind, source, relevance AS name, count(*) AS n FROM labels WHERE relevance IS NOT NULL GROUP BY ALL
UNION ALL SELECT 'theme', source, theme, count(*) FROM labels WHERE theme IS NOT NULL GROUP BY ALL
ORDER BY ALL;
