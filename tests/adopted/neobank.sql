-- A neobank of a handful of rows, written by hand for 1 to 30 June 2026 and the months before. Every defect is named
-- where it stands; the counts that follow from them are in by_hand_test.ts. Times are UTC, Los Angeles is 7 hours behind.
CREATE TABLE dim_customer (customer_id BIGINT, created_at TIMESTAMPTZ, kyc_status VARCHAR);
INSERT INTO dim_customer VALUES
    (1, '2026-01-10 18:00:00+00', 'verified'), (2, '2026-01-11 18:00:00+00', 'verified'),
    (3, '2026-01-12 18:00:00+00', 'verified'), (4, '2026-01-13 18:00:00+00', 'pending'),
    (5, '2026-06-20 18:00:00+00', 'verified');

CREATE TABLE dim_account (account_id BIGINT, customer_id BIGINT, type VARCHAR, created_at TIMESTAMPTZ, status VARCHAR);
INSERT INTO dim_account VALUES
    (1, 1, 'checking', '2026-02-01 18:00:00+00', 'open'), (2, 2, 'checking', '2026-02-02 18:00:00+00', 'open'),
    (3, 3, 'checking', '2026-02-03 18:00:00+00', 'open'),
    (4, NULL, 'checking', '2026-02-04 18:00:00+00', 'open'), -- null key
    (5, 99, 'savings', '2026-06-05 18:00:00+00', 'open'), -- missing id, in the window
    (6, 5, 'checking', '2026-06-10 18:00:00+00', 'open'); -- ten days before its customer, in the window

CREATE TABLE dim_card (card_id BIGINT, account_id BIGINT, status VARCHAR, activated_at TIMESTAMPTZ);
INSERT INTO dim_card VALUES
    (1, 1, 'active', '2026-03-01 18:00:00+00'), (2, 2, 'active', '2026-03-01 18:00:00+00'),
    (3, 3, 'active', '2026-03-01 18:00:00+00'), (4, 6, 'active', '2026-06-15 18:00:00+00');

CREATE TABLE dim_merchant (merchant_id BIGINT, mcc INTEGER, name VARCHAR);
INSERT INTO dim_merchant VALUES (1, 5411, 'Corner shop'), (2, 5814, 'Coffee bar');

CREATE TABLE dim_plan (plan_id BIGINT, name VARCHAR, price_cents BIGINT, cadence VARCHAR);
INSERT INTO dim_plan VALUES (1, 'Free', 0, 'none'), (2, 'Premium', 999, 'monthly');

CREATE TABLE fact_card_transaction (
    txn_id BIGINT, card_id BIGINT, merchant_id BIGINT, event_time TIMESTAMPTZ, amount_cents BIGINT,
    interchange_bps INTEGER, channel VARCHAR, auth_result VARCHAR, loaded_at TIMESTAMPTZ
);
INSERT INTO fact_card_transaction VALUES
    -- May: one row, loaded after 10 minutes.
    (1, 1, 1, '2026-05-20 19:00:00+00', 1000, 100, 'card_present', 'captured', '2026-05-20 19:10:00+00'),
    -- 1 June, 00:30 local; the same hour in UTC. Loaded after 10 minutes.
    (2, 1, 1, '2026-06-01 07:30:00+00', 2000, 150, 'card_present', 'captured', '2026-06-01 07:40:00+00'),
    -- 31 May, 23:30 local, 1 June in UTC: before the window.
    (3, 2, 1, '2026-06-01 06:30:00+00', 500, 100, 'card_present', 'captured', '2026-06-01 06:40:00+00'),
    (4, 2, 2, '2026-06-02 19:00:00+00', 3000, 150, 'ecommerce', 'captured', '2026-06-02 19:20:00+00'),
    -- 4 again, loaded an hour later: a duplicate.
    (4, 2, 2, '2026-06-02 19:00:00+00', 3000, 150, 'ecommerce', 'captured', '2026-06-02 20:20:00+00'),
    (5, NULL, 2, '2026-06-03 19:00:00+00', 4000, 150, 'ecommerce', 'captured', '2026-06-03 19:30:00+00'), -- null card
    (6, 77, 2, '2026-06-04 19:00:00+00', 5000, 150, 'ecommerce', 'captured', '2026-06-04 19:40:00+00'), -- missing card
    (7, 4, 1, '2026-06-05 19:00:00+00', 6000, 150, 'ecommerce', 'captured', '2026-06-05 19:50:00+00'), -- before its card
    (8, 3, NULL, '2026-06-06 19:00:00+00', 7000, 150, 'ecommerce', 'captured', '2026-06-06 20:00:00+00'), -- null merchant
    (9, 3, 88, '2026-06-07 19:00:00+00', 8000, 150, 'ecommerce', 'captured', '2026-06-07 20:10:00+00'), -- missing merchant
    (10, 3, 1, '2026-06-08 19:00:00+00', 9000, 150, 'ecommerce', 'declined', '2026-06-08 23:00:00+00'); -- four hours late

CREATE TABLE fact_subscription_invoice (
    invoice_id BIGINT, customer_id BIGINT, plan_id BIGINT, period_start TIMESTAMPTZ, period_end TIMESTAMPTZ,
    paid_at TIMESTAMPTZ, amount_cents BIGINT, loaded_at TIMESTAMPTZ
);
INSERT INTO fact_subscription_invoice VALUES
    (1, 1, 2, '2026-06-10 19:00:00+00', '2026-07-10 19:00:00+00', '2026-06-10 19:30:00+00', 999, '2026-06-10 20:00:00+00'),
    (2, 2, 2, '2026-06-11 19:00:00+00', '2026-07-11 19:00:00+00', '2026-06-15 19:00:00+00', 999, '2026-06-11 20:00:00+00'),
    (3, 3, 9, '2026-06-12 19:00:00+00', '2026-07-12 19:00:00+00', NULL, 999, '2026-06-12 20:00:00+00'), -- no such plan, unpaid
    (4, 5, 2, '2026-06-13 19:00:00+00', '2026-07-13 19:00:00+00', '2026-06-13 19:10:00+00', 999, '2026-06-13 20:00:00+00'); -- before its customer
