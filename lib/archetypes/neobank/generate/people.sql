-- Customers: 65 % came in the three years before the period, more of them later; 35 % come evenly inside it.
CREATE TABLE base_dim_customer AS
WITH drawn AS (
    SELECT i,
        CASE WHEN u01(i, 'customer/before') < 0.65
            THEN period_start_us() - (94608000000000 * (1 - sqrt(u01(i, 'customer/created'))))::BIGINT
            ELSE period_start_us() + ((period_end_us() - period_start_us()) * u01(i, 'customer/created'))::BIGINT
        END // 60000000 * 60000000 AS created_us,
        u01(i, 'customer/kyc') AS kyc
    FROM range(size('customers')) t(i)
)
SELECT row_number() OVER (ORDER BY created_us, i) - 1 AS _row, created_us AS _at, local_day_of(created_us) AS _day,
    row_number() OVER (ORDER BY created_us, i) AS customer_id,
    at_us(created_us) AS created_at,
    CASE WHEN kyc < 0.92 THEN 'verified' WHEN kyc < 0.955 THEN 'pending' WHEN kyc < 0.97 THEN 'review' ELSE 'rejected'
    END AS kyc_status
FROM drawn ORDER BY created_us, i;

-- Verified customers alone have accounts: a checking account within two days, 28 % a savings account within a year.
CREATE TABLE base_dim_account AS
WITH drawn AS (
    SELECT customer_id, 'checking' AS type,
        _at + (172800 * u01(customer_id, 'account/checking'))::BIGINT // 60 * 60000000 + 60000000 AS created_us
    FROM base_dim_customer WHERE kyc_status = 'verified'
    UNION ALL
    SELECT customer_id, 'savings',
        _at + 172800000000 + (31536000 * u01(customer_id, 'account/savings'))::BIGINT // 60 * 60000000
    FROM base_dim_customer WHERE kyc_status = 'verified' AND u01(customer_id, 'account/has_savings') < 0.28
),
numbered AS (
    SELECT *, row_number() OVER (ORDER BY created_us, customer_id, type) AS account_id
    FROM drawn WHERE created_us < period_end_us()
)
SELECT account_id - 1 AS _row, created_us AS _at, local_day_of(created_us) AS _day, account_id, customer_id, type,
    at_us(created_us) AS created_at,
    CASE WHEN u01(account_id, 'account/status') < 0.88 THEN 'open'
        WHEN u01(account_id, 'account/status') < 0.90 THEN 'frozen' ELSE 'closed' END AS status
FROM numbered ORDER BY account_id;

-- A card for each checking account, 15 % a second one later; activated within a fortnight, half of them in 5 days.
CREATE TABLE base_dim_card AS
WITH drawn AS (
    SELECT account_id, customer_id, 1 AS nth,
        _at + (86400 * least(14, 5 * exp(0.7 * gauss(account_id, 'card/first'))))::BIGINT // 60 * 60000000 + 60000000
            AS activated_us
    FROM base_dim_account WHERE type = 'checking'
    UNION ALL
    SELECT account_id, customer_id, 2,
        _at + (86400 * (30 + 400 * u01(account_id, 'card/second')))::BIGINT // 60 * 60000000
    FROM base_dim_account WHERE type = 'checking' AND u01(account_id, 'card/has_second') < 0.15
),
numbered AS (
    SELECT *, row_number() OVER (ORDER BY activated_us, account_id, nth) AS card_id
    FROM drawn WHERE activated_us < period_end_us()
)
SELECT card_id - 1 AS _row, activated_us AS _at, local_day_of(activated_us) AS _day, card_id, account_id, customer_id,
    CASE WHEN u01(card_id, 'card/status') < 0.78 THEN 'active' WHEN u01(card_id, 'card/status') < 0.88 THEN 'inactive'
        WHEN u01(card_id, 'card/status') < 0.91 THEN 'blocked' WHEN u01(card_id, 'card/status') < 0.97 THEN 'replaced'
        ELSE 'closed' END AS status,
    at_us(activated_us) AS activated_at
FROM numbered ORDER BY card_id;
