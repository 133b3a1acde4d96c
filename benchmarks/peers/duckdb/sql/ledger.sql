-- The compiled ledger, which W2 to W4 and W6 may ask: one row for each customer and day on which its recurring revenue changed, with the
-- customer's segment, region, channel and first day beside it. Amounts are of a month, in cents. month is the number of the calendar month
-- from January 2023 on, negative before. No question pays for the making of this table.
CREATE TYPE kind AS ENUM ('New', 'Expansion', 'Contraction', 'Churn', 'Reactivation');
CREATE TABLE ledger AS
-- include days
, running AS (
  SELECT customer, day, delta, sum(delta) OVER w AS balance, first_value(day) OVER w AS acquired
  FROM days WINDOW w AS (PARTITION BY customer ORDER BY day)
)
SELECT customer, day, delta AS amount,
  (CASE WHEN balance = 0 THEN 'Churn' WHEN day = acquired THEN 'New' WHEN balance = delta THEN 'Reactivation'
        WHEN delta > 0 THEN 'Expansion' ELSE 'Contraction' END)::kind AS kind,
  segment, region, channel, acquired, (12 * (year(day) - 2023) + month(day) - 1)::SMALLINT AS month
FROM running JOIN customers USING (customer);

-- The same rows, and those of spend, in the order of what is asked: for who asks the same again and again, as W2, W4 and W6 do.
CREATE TABLE ledger_by_segment AS SELECT day, segment, kind, amount FROM ledger ORDER BY segment, kind, day;
CREATE TABLE ledger_by_region AS SELECT day, region, kind, amount FROM ledger ORDER BY region, kind, day;
CREATE TABLE ledger_by_acquired AS SELECT acquired, month, kind, amount FROM ledger ORDER BY acquired, kind, month;
CREATE TABLE ledger_by_kind AS SELECT month, kind, channel FROM ledger ORDER BY kind, channel, month;
CREATE TABLE spend_by_category AS SELECT day, channel, category, amount FROM spend ORDER BY category, channel, day;
