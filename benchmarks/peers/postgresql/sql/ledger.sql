-- The compiled ledger, which W2 to W4 and W6 ask: one row for each customer and day on which its recurring revenue changed, with the customer's
-- segment, region, channel and first day beside it. Amounts are of a month, in cents. month is the number of the calendar month from January 2023
-- on, negative before. No question pays for the making of this table.
CREATE UNLOGGED TABLE ledger AS
-- include days
, running AS (
  SELECT customer, day, delta, sum(delta) OVER w AS balance, first_value(day) OVER w AS acquired
  FROM days WINDOW w AS (PARTITION BY customer ORDER BY day)
)
SELECT customer, day, delta AS amount,
  (CASE WHEN balance = 0 THEN 'Churn' WHEN day = acquired THEN 'New' WHEN balance = delta THEN 'Reactivation'
        WHEN delta > 0 THEN 'Expansion' ELSE 'Contraction' END)::kind AS kind,
  segment, region, channel, acquired, (12 * (extract(year FROM day) - 2023) + extract(month FROM day) - 1)::smallint AS month
FROM running JOIN customers USING (customer);
VACUUM ANALYZE ledger;
