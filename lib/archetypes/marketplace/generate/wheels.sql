-- Wheels: one row per slot, so that a draw modulo the number of slots picks by weight through an equality join.
CREATE TEMP TABLE listing_wheel AS
SELECT row_number() OVER (ORDER BY category_id, nth) - 1 AS slot, category_id, parent_id
FROM (SELECT category_id, parent_id, unnest(range(listing_slots)) AS nth FROM ref_category);

CREATE TEMP TABLE order_wheel AS
SELECT row_number() OVER (ORDER BY category_id, nth) - 1 AS slot, category_id
FROM (SELECT category_id, unnest(range(order_slots)) AS nth FROM ref_category);

CREATE TEMP TABLE buyer_country_wheel AS
SELECT row_number() OVER (ORDER BY country, nth) - 1 AS slot, country
FROM (SELECT country, unnest(range(buyer_slots)) AS nth FROM ref_country);

CREATE TEMP TABLE seller_country_wheel AS
SELECT row_number() OVER (ORDER BY country, nth) - 1 AS slot, country
FROM (SELECT country, unnest(range(seller_slots)) AS nth FROM ref_country);
