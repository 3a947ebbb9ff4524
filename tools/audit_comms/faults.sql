-- One row a broken rule: what, and how often. Nothing of the planner or of its checks is used. `from_ds`, `to_ds` (DATE
-- texts, inclusive) and `tz` are variables.
WITH local AS (
  SELECT id, ts, timezone(getvariable('tz'), ts) AS local_ts FROM (
    SELECT message_id AS id, ts FROM slack
    UNION ALL SELECT message_id, ts FROM email
    UNION ALL SELECT query_id, ts FROM nlq)
),
roots AS (SELECT * FROM slack WHERE reply_to IS NULL),
links AS (
  SELECT has_link, link_domains, regexp_extract_all(text, 'https?://([^\s/?#`<>()]*)', 1) AS found FROM (
    SELECT has_link, link_domains, text FROM slack
    UNION ALL SELECT has_link, link_domains, subject || ' ' || body_text FROM email)
),
people AS (SELECT source, user_id FROM users),
rules(rule, broken) AS (
  SELECT 'message ids are unique', count(*) - count(DISTINCT id) FROM local
  UNION ALL SELECT 'message ids keep the scheme', count(*) FILTER (NOT regexp_full_match(id, '[mq]\d{4,}')) FROM local
  UNION ALL SELECT 'item ids keep the scheme', count(*) FILTER (NOT regexp_full_match(item_id, '[tq]\d{4,}')) FROM items
  UNION ALL SELECT 'item ids are unique', count(*) - count(DISTINCT item_id) FROM items
  UNION ALL SELECT 'user ids keep the scheme', count(*) FILTER (NOT regexp_full_match(user_id, 'u\d{3}')) FROM users
  UNION ALL SELECT 'users are listed once a source', count(*) - count(DISTINCT (source, user_id)) FROM users
  UNION ALL SELECT 'authors of slack are listed', count(*) FROM slack
    WHERE ('slack', user_id) NOT IN (SELECT (source, user_id) FROM people)
  UNION ALL SELECT 'correspondents of email are listed', count(*) FROM (
    SELECT unnest([from_id] || to_ids || cc_ids) AS user_id FROM email)
    WHERE ('email', user_id) NOT IN (SELECT (source, user_id) FROM people)
  UNION ALL SELECT 'users of the query tool are listed', count(*) FROM nlq
    WHERE user_id NOT IN (SELECT user_id FROM people)
  UNION ALL SELECT 'nobody writes to himself', count(*) FROM email
    WHERE list_contains(to_ids, from_id) OR list_contains(cc_ids, from_id)
  UNION ALL SELECT 'times lie in the window', count(*) FROM local
    WHERE local_ts::DATE NOT BETWEEN getvariable('from_ds')::DATE AND getvariable('to_ds')::DATE
  UNION ALL SELECT 'threads have 4 to 8 messages', count(*) FROM threads WHERE messages NOT BETWEEN 4 AND 8
  UNION ALL SELECT 'threads have one root', count(*) FROM (
    SELECT thread_id FROM slack GROUP BY thread_id HAVING count(*) FILTER (reply_to IS NULL) <> 1)
  UNION ALL SELECT 'roots count their replies', count(*) FROM roots r JOIN threads t USING (thread_id)
    WHERE r.reply_count <> t.messages - 1
  UNION ALL SELECT 'replies count none', count(*) FROM slack WHERE reply_to IS NOT NULL AND reply_count <> 0
  UNION ALL SELECT 'replies follow their root in its place', count(*) FROM slack s JOIN roots r USING (thread_id)
    WHERE s.reply_to IS NOT NULL AND (s.reply_to <> r.message_id OR s.ts <= r.ts OR s.channel_id <> r.channel_id
      OR s.channel_cat <> r.channel_cat)
  UNION ALL SELECT 'a thread has two people or more', count(*) FROM (
    SELECT thread_id FROM slack GROUP BY thread_id HAVING count(DISTINCT user_id) < 2)
  UNION ALL SELECT 'links are declared as they stand', count(*) FROM links
    WHERE has_link <> (len(found) > 0) OR list_sort(list_distinct(found)) <> list_sort(link_domains)
  UNION ALL SELECT 'links lead to placeholders', count(*) FROM (SELECT unnest(link_domains) AS domain FROM links)
    WHERE NOT regexp_full_match(domain, '[a-z]+\.example')
  UNION ALL SELECT 'attachments are declared', count(*) FROM (
    SELECT has_attachment, attachment_names FROM slack UNION ALL SELECT has_attachment, attachment_names FROM email)
    WHERE has_attachment <> (len(attachment_names) > 0)
  UNION ALL SELECT 'code is declared', count(*) FROM slack WHERE has_code <> regexp_matches(text, '`[^`\n]+`')
  UNION ALL SELECT 'texts are not empty', count(*) FROM texts WHERE trim(text) = ''
  UNION ALL SELECT 'no address of e-mail', count(*) FROM texts WHERE regexp_matches(text, '[\w.+-]+@[\w-]+\.\w')
  UNION ALL SELECT 'no other site', count(*) FROM texts
    WHERE regexp_matches(text, '(?i)(www\.|ftp:|[a-z0-9-]\.(com|net|org|io|dev|co)\b)')
  UNION ALL SELECT 'no number of a phone, card or account', count(*) FROM texts
    WHERE regexp_matches(text, '\d{9,}|\d{3}[-. ]\d{3}[-. ]\d{4}|\d{4}[- ]\d{4}[- ]\d{4}|\+\d{2,}')
  UNION ALL SELECT 'no honorific before a name', count(*) FROM texts WHERE regexp_matches(text, '\b(Mr|Mrs|Ms|Dr)\.? [A-Z]')
  UNION ALL SELECT 'people are named by known ids', count(*) FROM (
    SELECT unnest(regexp_extract_all(text, '\b[uU]\d+\b')) AS id FROM texts) WHERE id NOT IN (SELECT user_id FROM people)
  UNION ALL SELECT 'every item has one label, every label its item', count(*)
    FROM items i FULL JOIN labels l USING (source, item_id) WHERE i.item_id IS NULL OR l.item_id IS NULL
  UNION ALL SELECT 'labels are unique', count(*) - count(DISTINCT (source, item_id)) FROM labels
  UNION ALL SELECT 'labels carry the time of the first message', count(*)
    FROM items i JOIN labels l USING (source, item_id) WHERE i.ts <> l.ts
  UNION ALL SELECT 'threads and e-mails have a theme where they are positive, and nowhere else', count(*) FROM labels
    WHERE source <> 'nlq' AND (relevance IS NULL OR (theme IS NOT NULL) <> (relevance = 'positive'))
  UNION ALL SELECT 'met is told of positive items alone', count(*) FROM labels
    WHERE source <> 'nlq' AND (met IS NOT NULL) <> (relevance = 'positive')
  UNION ALL SELECT 'queries have a theme and no relevance', count(*) FROM labels
    WHERE source = 'nlq' AND (theme IS NULL OR relevance IS NOT NULL OR met IS NOT NULL)
  UNION ALL SELECT 'only positive items name tables or events', count(*) FROM labels
    WHERE source <> 'nlq' AND relevance <> 'positive' AND (len(tables) > 0 OR len(columns) > 0 OR event_id IS NOT NULL)
  UNION ALL SELECT 'the table of each column is listed', count(*) FROM (
    SELECT tables, unnest(columns) AS name FROM labels) WHERE NOT list_contains(tables, split_part(name, '.', 1))
)
SELECT rule, broken FROM rules WHERE broken > 0;
