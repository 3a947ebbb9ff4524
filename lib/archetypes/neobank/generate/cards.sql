-- How much each card is used, in slots: gamma of shape 1.8 by Wilson and Hilferty (so that a card's monthly payments
-- are negative binomial). Cards that are not active, and one in seven of the others, rest: one in five of these is used
-- now and then.
CREATE TABLE card_slots AS
WITH weighted AS (
    SELECT card_id, customer_id,
        CASE WHEN status <> 'active' OR u01(card_id, 'card/resting') < 0.14 THEN (u64(card_id, 'card/now_and_then') % 5 = 0)::BIGINT
        ELSE greatest(1, round(8 * (1 - 1 / 16.2 + gauss(card_id, 'card/use') / (3 * sqrt(1.8))) ** 3))::BIGINT
        END AS n
    FROM base_dim_card
)
SELECT row_number() OVER (ORDER BY card_id, i) - 1 AS slot, card_id, customer_id
FROM (SELECT card_id, customer_id, unnest(range(n)) AS i FROM weighted) ORDER BY slot;

-- Cards are numbered by activation: those that may be used on a day, activated before it, hold the first slots.
CREATE TABLE card_reach AS
WITH activated AS (
    SELECT c._day, max(s.slot) + 1 AS slots FROM card_slots s JOIN base_dim_card c ON c.card_id = s.card_id GROUP BY c._day
)
SELECT d._day, a.slots FROM days d ASOF JOIN activated a ON a._day < d._day ORDER BY d._day;

SET VARIABLE category_slots = (SELECT count(*) FROM category_slots);

CREATE VIEW keys_fact_card_transaction AS SELECT _row, _at, _day, _row + 1 AS txn_id FROM events_card;

-- Six payments in ten go to one of the customer's twelve favourite merchants. Pricing: 0 any amount, 1 notes of $20 from
-- a cash machine, 2 a fuel pump's $5 to $125, 3 price points at x.99.
CREATE VIEW base_fact_card_transaction AS
WITH used AS (
    SELECT e._row, e._at, e._day, c.card_id,
        CASE WHEN u64(e._row, 'payment/loyal') % 10 < 6
            THEN u64(c.customer_id * 16 + (u64(e._row, 'payment/favourite') % 12)::BIGINT, 'customer/favourites')
            ELSE u64(e._row, 'payment/merchant') END AS choice
    FROM events_card e
    JOIN card_reach r ON r._day = e._day
    JOIN card_slots c ON c.slot = (u64(e._row, 'payment/card') % r.slots::UBIGINT)::BIGINT
),
placed AS (
    SELECT u._row, u._at, u._day, u.card_id, m.captured, m.pricing,
        m.first_merchant + floor((1 + m.reach * unit(hash(u.choice))) ** m.root)::BIGINT - 1 AS merchant_id,
        u01(u._row, 'payment/channel') < m.online AS online,
        m.median_cents * exp(m.sigma * gauss(u._row, 'payment/amount')) AS cents,
        m.bps * (0.92::DOUBLE + 0.16::DOUBLE * u01(u._row, 'payment/bps')) AS points,
        u01(u._row, 'payment/auth') AS auth
    FROM used u
    JOIN category_slots m ON m.slot = (u.choice % getvariable('category_slots')::UBIGINT)::BIGINT
)
SELECT _row, _at, _day, _row + 1 AS txn_id, card_id, merchant_id, at_us(_at) AS event_time,
    -- A cast to an integer rounds.
    CASE pricing
        WHEN 0 THEN greatest(50, cents::BIGINT)
        WHEN 1 THEN 2000 * greatest(1, least(25, (cents / 2000)::BIGINT))
        WHEN 2 THEN greatest(500, least(12500, cents::BIGINT))
        ELSE 100 * greatest(1, (cents / 100)::BIGINT) - 1 END AS amount_cents,
    CASE WHEN pricing = 1 THEN 0 ELSE greatest(20, least(300, points::INTEGER)) END AS interchange_bps,
    CASE WHEN pricing = 1 THEN 'atm' WHEN online THEN 'ecommerce' ELSE 'card_present' END AS channel,
    CASE WHEN auth < captured THEN 'captured'
        WHEN auth < captured + CASE WHEN pricing = 1 THEN 0.003::DOUBLE WHEN online THEN 0.016::DOUBLE ELSE 0.004::DOUBLE END
        THEN 'reversed' ELSE 'declined' END AS auth_result
FROM placed;
