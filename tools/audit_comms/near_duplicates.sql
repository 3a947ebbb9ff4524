-- Share of the texts of each kind that nearly repeat one with a lower id: Jaccard of three-word shingles 0.8 or more, by
-- brute force. Messages of fewer than eight words are left out.
WITH words AS (
  SELECT kind, id, regexp_extract_all(lower(text), '[\p{L}\p{N}_]+') AS w FROM texts
),
sets AS (
  SELECT kind, id, list_distinct(CASE WHEN len(w) < 3 THEN [array_to_string(w, ' ')] ELSE
    list_transform(range(1, len(w) - 1), i -> w[i] || ' ' || w[i + 1] || ' ' || w[i + 2]) END) AS shingles
  FROM words WHERE kind <> 'messages' OR len(w) >= 8
),
loose AS (SELECT kind, id, len(shingles) AS size, unnest(shingles) AS shingle FROM sets),
twins AS (
  SELECT b.kind, b.id FROM loose a JOIN loose b ON a.kind = b.kind AND a.shingle = b.shingle AND a.id < b.id
    AND least(a.size, b.size) >= 0.8 * greatest(a.size, b.size)
  GROUP BY b.kind, b.id, a.id, a.size, b.size HAVING count(*) >= 0.8 * (a.size + b.size - count(*))
)
SELECT s.kind AS figure, (SELECT count(DISTINCT t.id) FROM twins t WHERE t.kind = s.kind) / count(*) AS value
FROM sets s GROUP BY s.kind;
