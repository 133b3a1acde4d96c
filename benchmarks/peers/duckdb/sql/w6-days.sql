-- W6, days: spend by day and channel first, so that only some ten thousand sums need their month.
WITH spent AS (
  SELECT month_number, channel, sum(amount) AS amount
  FROM (SELECT day, channel, sum(amount) AS amount FROM spend WHERE category IN ('Marketing', 'Sales') GROUP BY ALL) JOIN calendar USING (day)
  WHERE month_number BETWEEN 0 AND 35 GROUP BY ALL
)
-- include acquisition ledger=ledger
