-- Figures of the corpus, one a row. Shares are of 1; `tz` is a variable.
WITH local AS (SELECT reply_to, timezone(getvariable('tz'), ts) AS local_ts FROM slack),
pace AS (
  SELECT epoch(min(ts) FILTER (reply_to IS NOT NULL) - min(ts)) / 60 AS first_min, epoch(max(ts) - min(ts)) / 3600 AS span_h
  FROM slack GROUP BY thread_id
)
SELECT 'count/' || source AS figure, count(*)::DOUBLE AS value FROM items GROUP BY source
UNION ALL SELECT 'role/' || source || '/' || role, count(*) FROM users GROUP BY source, role
UNION ALL SELECT 'relevance/' || source || '/' || relevance, count(*) / sum(count(*)) OVER (PARTITION BY source)
  FROM labels WHERE source <> 'nlq' GROUP BY source, relevance
UNION ALL SELECT 'theme/' || source || '/' || theme, count(*) / sum(count(*)) OVER (PARTITION BY source)
  FROM labels WHERE theme IS NOT NULL GROUP BY source, theme
UNION ALL SELECT 'bucket/slack/' || channel_cat, count(*) / sum(count(*)) OVER () FROM slack WHERE reply_to IS NULL
  GROUP BY channel_cat
UNION ALL SELECT 'bucket/email/' || list_cat, count(*) / sum(count(*)) OVER () FROM email GROUP BY list_cat
UNION ALL SELECT 'office hours/roots', avg((dayofweek(local_ts) BETWEEN 1 AND 5 AND hour(local_ts) BETWEEN 8 AND 16)::INT)
  FROM local WHERE reply_to IS NULL
UNION ALL SELECT 'first reply/median min', median(first_min) FROM pace
UNION ALL SELECT 'first reply/p90 min', quantile_cont(first_min, 0.9) FROM pace
UNION ALL SELECT 'span/median h', median(span_h) FROM pace
UNION ALL SELECT 'event-linked/' || source, count(event_id) / count(*) FROM labels WHERE source <> 'nlq' GROUP BY source;
