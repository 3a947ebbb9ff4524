-- What holds the messages together, whoever wrote them: rows that break each rule.
WITH roots AS (SELECT * FROM slack WHERE reply_to IS NULL),
people AS (
  SELECT 'slack' AS source, user_id FROM slack
  UNION SELECT 'email', unnest([from_id] || to_ids || cc_ids) FROM email
),
links AS (
  SELECT has_link, link_domains, regexp_extract_all(lower(text), 'https?://([^\s/?#`<>()"'']*)', 1) AS found FROM (
    SELECT has_link, link_domains, text FROM slack
    UNION ALL SELECT has_link, link_domains, subject || chr(10) || body_text FROM email)
),
attachments AS (
  SELECT has_attachment, attachment_names FROM slack UNION ALL SELECT has_attachment, attachment_names FROM email
)
SELECT 'message ids are unique' AS rule, (SELECT count(*) - count(DISTINCT id) FROM texts) AS broken
UNION ALL SELECT 'item ids are unique', (SELECT count(*) - count(DISTINCT item_id) FROM items)
UNION ALL SELECT 'users are listed once a source', (SELECT count(*) - count(DISTINCT (source, user_id)) FROM users)
UNION ALL SELECT 'writers and readers are listed', (SELECT count(*) FROM people ANTI JOIN users USING (source, user_id))
UNION ALL SELECT 'users of the query tool are listed', (SELECT count(*) FROM nlq ANTI JOIN users USING (user_id))
UNION ALL SELECT 'threads have one root', (SELECT count(*) FROM (
  SELECT thread_id FROM slack GROUP BY thread_id HAVING count(*) FILTER (reply_to IS NULL) <> 1))
UNION ALL SELECT 'replies follow their root, in its channel', (SELECT count(*) FROM slack s JOIN roots r USING (thread_id)
  WHERE s.reply_to IS NOT NULL AND (s.reply_to <> r.message_id OR s.ts <= r.ts OR s.channel_id <> r.channel_id
    OR s.channel_cat <> r.channel_cat))
UNION ALL SELECT 'roots count their replies, replies none', (SELECT count(*) FROM slack s
  JOIN (SELECT thread_id, count(*) AS messages FROM slack GROUP BY thread_id) USING (thread_id)
  WHERE s.reply_count <> CASE WHEN s.reply_to IS NULL THEN messages - 1 ELSE 0 END)
UNION ALL SELECT 'links are declared', (SELECT count(*) FROM links
  WHERE has_link <> (len(found) > 0)
    OR list_sort(list_distinct(list_transform(found, d -> rtrim(d, '.,;:!')))) <> list_sort(link_domains))
UNION ALL SELECT 'attachments are declared',
  (SELECT count(*) FROM attachments WHERE has_attachment <> (len(attachment_names) > 0));
