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
        AS name
FROM numbered ORDER BY merchant_id;

CREATE TABLE base_dim_plan AS
SELECT plan_id - 1 AS _row, 0::BIGINT AS _at, 0 AS _day, * FROM ref_plan ORDER BY plan_id;

-- A category's slots are its share of payments: drawing one of 1,000 evenly draws a category by weight, with all that a
-- payment needs to know of it. Its merchants share by Zipf's law in its continuous form: with u even in (0, 1), the
-- rank is (1 + u (n^(1-s) - 1))^(1/(1-s)), or n^u where s is 1; `reach` is n^(1-s) - 1 and `root` is 1/(1-s).
CREATE TABLE category_slots AS
WITH sized AS (
    SELECT mcc, min(merchant_id) AS first_merchant, count(*)::DOUBLE + 1 AS n FROM base_dim_merchant GROUP BY mcc
)
SELECT row_number() OVER (ORDER BY c.mcc, i) - 1 AS slot, z.first_merchant, z.n ** (1 - c.zipf) - 1 AS reach,
    1 / (1 - c.zipf) AS root, c.median_cents, c.sigma, c.bps, c.online, c.captured, c.pricing
FROM (SELECT *, unnest(range(round(1000 * share)::BIGINT)) AS i FROM ref_mcc) c JOIN sized z ON z.mcc = c.mcc
ORDER BY slot;
