-- Texts that nearly repeat another of their kind with a lower id. Variables: `words_per_shingle`, `similarity`,
-- `least_words` (of a message). Two sets that similar share one of the rarest few of their shingles (Bayardo, Ma and
-- Srikant 2007): only pairs that do are compared.
WITH content AS (
  SELECT CASE source WHEN 'slack' THEN 'messages' WHEN 'email' THEN 'emails' ELSE 'queries' END AS kind, id, text FROM texts
  UNION ALL SELECT 'threads', thread_id, string_agg(text, chr(10) ORDER BY ts, message_id) FROM slack GROUP BY thread_id
),
words AS (
  SELECT kind, id, regexp_extract_all(lower(text), '[\p{L}\p{N}_]+') AS words FROM content
),
sets AS (
  SELECT kind, id, list_distinct(CASE WHEN len(words) < getvariable('words_per_shingle') THEN [array_to_string(words, ' ')]
    ELSE list_transform(range(1, len(words) - getvariable('words_per_shingle') + 2),
      i -> array_to_string(words[i:i + getvariable('words_per_shingle') - 1], ' ')) END) AS shingles
  FROM words WHERE kind <> 'messages' OR len(words) >= getvariable('least_words')
),
loose AS (SELECT kind, id, len(shingles) AS size, unnest(shingles) AS shingle FROM sets),
ranked AS (
  SELECT kind, id, size, shingle, row_number() OVER (PARTITION BY kind, id ORDER BY uses, shingle) AS place
  FROM loose JOIN (SELECT kind, shingle, count(*) AS uses FROM loose GROUP BY ALL) USING (kind, shingle)
),
rare AS (FROM ranked WHERE place <= size - ceil(getvariable('similarity') * size) + 1),
pairs AS (
  SELECT DISTINCT a.kind, a.id AS first, b.id AS later FROM rare a
  JOIN rare b ON a.kind = b.kind AND a.shingle = b.shingle AND a.id < b.id
    AND least(a.size, b.size) >= getvariable('similarity') * greatest(a.size, b.size)
),
shared AS (
  SELECT p.kind, p.later AS id, len(a.shingles) + len(b.shingles) AS sizes, len(list_intersect(a.shingles, b.shingles)) AS shared
  FROM pairs p JOIN sets a ON a.kind = p.kind AND a.id = p.first JOIN sets b ON b.kind = p.kind AND b.id = p.later
),
repeats AS (SELECT DISTINCT kind, id FROM shared WHERE shared >= getvariable('similarity') * (sizes - shared))
SELECT s.kind, count(*) AS texts, count(r.id) AS repeats
FROM sets s LEFT JOIN repeats r USING (kind, id) GROUP BY s.kind ORDER BY s.kind;
