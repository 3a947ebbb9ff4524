-- Labels of all sources. `meta` (their folder) is a variable.
CREATE OR REPLACE TEMP TABLE labels AS
SELECT 'slack' AS source, * FROM read_parquet(getvariable('meta') || '/labels_slack.parquet')
UNION ALL BY NAME SELECT 'email' AS source, * FROM read_parquet(getvariable('meta') || '/labels_email.parquet')
UNION ALL BY NAME SELECT 'nlq' AS source, * FROM read_parquet(getvariable('meta') || '/labels_nlq.parquet');
