-- What the audit reads: the four files, the three of labels, and the texts of all items. `comms` and `meta` are variables.
CREATE OR REPLACE TEMP TABLE slack AS FROM read_parquet(getvariable('comms') || '/slack_messages.parquet');
CREATE OR REPLACE TEMP TABLE email AS FROM read_parquet(getvariable('comms') || '/email_messages.parquet');
CREATE OR REPLACE TEMP TABLE users AS FROM read_parquet(getvariable('comms') || '/comms_users.parquet');
CREATE OR REPLACE TEMP TABLE nlq AS FROM read_parquet(getvariable('comms') || '/nlq.parquet');

CREATE OR REPLACE TEMP TABLE labels AS
SELECT 'slack' AS source, * FROM read_parquet(getvariable('meta') || '/labels_slack.parquet')
UNION ALL BY NAME SELECT 'email' AS source, * FROM read_parquet(getvariable('meta') || '/labels_email.parquet')
UNION ALL BY NAME SELECT 'nlq' AS source, * FROM read_parquet(getvariable('meta') || '/labels_nlq.parquet');

CREATE OR REPLACE TEMP TABLE threads AS
SELECT thread_id, min(ts) AS root_ts, count(*) AS messages,
  string_agg(text, chr(10) ORDER BY ts, message_id) AS text
FROM slack GROUP BY thread_id;

-- One row a text, with the group in which repetitions are counted.
CREATE OR REPLACE TEMP TABLE texts AS
SELECT 'threads' AS kind, thread_id AS id, text FROM threads
UNION ALL SELECT 'messages', message_id, text FROM slack
UNION ALL SELECT 'emails', message_id, subject || chr(10) || body_text FROM email
UNION ALL SELECT 'queries', query_id, query_text FROM nlq;

CREATE OR REPLACE TEMP TABLE items AS
SELECT 'slack' AS source, thread_id AS item_id, root_ts AS ts, text FROM threads
UNION ALL SELECT 'email', thread_id, ts, subject || chr(10) || body_text FROM email
UNION ALL SELECT 'nlq', query_id, ts, query_text FROM nlq;
