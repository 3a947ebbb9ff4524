CREATE TABLE base_dim_category AS
SELECT category_id, name, parent_id, category_id - 1 AS _row, 0::BIGINT AS _at, 0 AS _day
FROM ref_category
ORDER BY category_id;
