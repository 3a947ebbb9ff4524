-- What the checks of communications read. `comms` (the folder) is a variable.
CREATE OR REPLACE TEMP TABLE slack AS FROM read_parquet(getvariable('comms') || '/slack_messages.parquet');
CREATE OR REPLACE TEMP TABLE email AS FROM read_parquet(getvariable('comms') || '/email_messages.parquet');
CREATE OR REPLACE TEMP TABLE users AS FROM read_parquet(getvariable('comms') || '/comms_users.parquet');
CREATE OR REPLACE TEMP TABLE nlq AS FROM read_parquet(getvariable('comms') || '/nlq.parquet');

CREATE OR REPLACE TEMP VIEW items AS
SELECT 'slack' AS source, thread_id AS item_id, min(ts) AS ts FROM slack GROUP BY thread_id
UNION ALL SELECT 'email', thread_id, ts FROM email
UNION ALL SELECT 'nlq', query_id, ts FROM nlq;

-- One row a text: a message, an e-mail with its subject, a query.
CREATE OR REPLACE TEMP VIEW texts AS
SELECT 'slack' AS source, message_id AS id, ts, text FROM slack
UNION ALL SELECT 'email', message_id, ts, subject || chr(10) || body_text FROM email
UNION ALL SELECT 'nlq', query_id, ts, query_text FROM nlq;
