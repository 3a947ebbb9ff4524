-- Merchants of each category in the reference's proportions, at least one in each; names are made up.
CREATE TABLE base_dim_merchant AS
WITH counted AS (
    SELECT *, greatest(1, round(merchants * size('merchants') / 6000))::BIGINT AS n FROM ref_mcc
),
listed AS (
    SELECT mcc, sector, unnest(range(1, n + 1)) AS rank FROM counted
),
numbered AS (
    SELECT *, row_number() OVER (ORDER BY mcc, rank) AS merchant_id FROM listed
)
SELECT merchant_id - 1 AS _row, 0::BIGINT AS _at, 0 AS _day, merchant_id, mcc,
    list_extract(['Cedar', 'Harbor', 'Maple', 'Summit', 'Willow', 'Copper', 'Juniper', 'Prairie', 'Granite', 'Meadow',
        'Lantern', 'Orchard', 'Pioneer', 'Redwood', 'Silver', 'Sunset', 'Timber', 'Valley', 'Violet', 'Anchor'],
        (u64(merchant_id, 'merchant/name') % 20)::BIGINT + 1) || ' ' || split_part(sector, ' ', 1) || ' ' || merchant_id
        AS name,
    rank
FROM numbered ORDER BY merchant_id;

CREATE TABLE base_dim_plan AS
SELECT plan_id - 1 AS _row, 0::BIGINT AS _at, 0 AS _day, * FROM ref_plan ORDER BY plan_id;

-- What a payment needs to know of its merchant.
CREATE TABLE merchant_terms AS
SELECT m.merchant_id, c.median_cents, c.sigma, c.bps, c.online, c.captured, c.pricing
FROM base_dim_merchant m JOIN ref_mcc c ON c.mcc = m.mcc ORDER BY m.merchant_id;

-- A merchant's slots are its share of payments: the category's, spread over its merchants by Zipf's law. Drawing a
-- slot evenly draws a merchant by weight.
CREATE TABLE merchant_slots AS
WITH weighted AS (
    SELECT m.merchant_id, c.share * m.rank ** -c.zipf / sum(m.rank ** -c.zipf) OVER (PARTITION BY m.mcc) AS weight
    FROM base_dim_merchant m JOIN ref_mcc c ON c.mcc = m.mcc
),
counted AS (
    SELECT merchant_id, greatest(1, round(65536 * weight))::BIGINT AS n FROM weighted
)
SELECT row_number() OVER (ORDER BY merchant_id, i) - 1 AS slot, merchant_id
FROM (SELECT merchant_id, unnest(range(n)) AS i FROM counted) ORDER BY slot;
