-- Anything that could point at a real person, place or account: texts that break each rule. Of names, only those behind
-- an honorific can be told. Variables: `link_domains` (parted by spaces), and `user_ids`, `thread_ids`, `message_ids`,
-- `query_ids` (patterns of whole ids).
WITH content AS (
  SELECT text FROM texts
  UNION ALL SELECT unnest(attachment_names) FROM slack
  UNION ALL SELECT unnest(attachment_names) FROM email
),
domains AS (
  SELECT rtrim(unnest(regexp_extract_all(lower(text), '[a-z][a-z0-9+.-]*://([^\s/?#`<>()"'']*)', 1)), '.,;:!') AS domain FROM content
  UNION ALL SELECT unnest(link_domains) FROM slack
  UNION ALL SELECT unnest(link_domains) FROM email
),
ids(id, scheme) AS (
  SELECT user_id, 'user_ids' FROM users
  UNION ALL SELECT user_id, 'user_ids' FROM slack
  UNION ALL SELECT unnest([from_id] || to_ids || cc_ids), 'user_ids' FROM email
  UNION ALL SELECT user_id, 'user_ids' FROM nlq
  UNION ALL SELECT thread_id, 'thread_ids' FROM slack
  UNION ALL SELECT thread_id, 'thread_ids' FROM email
  UNION ALL SELECT message_id, 'message_ids' FROM slack
  UNION ALL SELECT message_id, 'message_ids' FROM email
  UNION ALL SELECT query_id, 'query_ids' FROM nlq
),
mentions AS (SELECT unnest(regexp_extract_all(lower(text), '\bu\d{3,}\b')) AS user_id FROM content)
SELECT 'addresses of e-mail' AS rule,
  (SELECT count(*) FROM content WHERE regexp_matches(text, '[\w.+-]+@[\w-]+\.\w')) AS broken
UNION ALL SELECT 'links outside the placeholder domains', (SELECT count(*) FROM domains
  WHERE NOT list_contains(string_split(getvariable('link_domains'), ' '), domain))
UNION ALL SELECT 'names of other sites', (SELECT count(*) FROM content
  WHERE regexp_matches(text, '(?i)\bwww\.|\b[a-z0-9-]+\.(com|net|org|io|edu|gov|info|biz|dev|co|ai)\b'))
UNION ALL SELECT 'numbers of phones', (SELECT count(*) FROM content
  WHERE regexp_matches(text, '\d{3}[-. ]\d{3}[-. ]\d{4}|\(\d{3}\) ?\d{3}|\+\d[\d ().-]{8,}'))
UNION ALL SELECT 'numbers of cards or accounts', (SELECT count(*) FROM content
  WHERE regexp_matches(text, '\d{9,}|\d{4}[- ]\d{4}[- ]\d{4}|\b\d{3}-\d{2}-\d{4}\b|\b[A-Z]{2}\d{2}( ?[A-Z0-9]{4}){3,}'))
UNION ALL SELECT 'names behind an honorific', (SELECT count(*) FROM content
  WHERE regexp_matches(text, '\b(Mr|Mrs|Ms|Dr|Prof)\.? [A-Z]'))
UNION ALL SELECT 'mentions of people who are not listed', (SELECT count(*) FROM mentions ANTI JOIN users USING (user_id))
UNION ALL SELECT 'ids outside their scheme', (SELECT count(*) FROM ids
  WHERE NOT regexp_full_match(id, CASE scheme WHEN 'user_ids' THEN getvariable('user_ids')
    WHEN 'thread_ids' THEN getvariable('thread_ids') WHEN 'message_ids' THEN getvariable('message_ids')
    ELSE getvariable('query_ids') END));
