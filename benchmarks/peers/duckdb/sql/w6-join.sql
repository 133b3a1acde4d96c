-- W6, join: each spend finds its month in the calendar.
WITH spent AS (
  SELECT month_number, channel, sum(amount) AS amount FROM spend JOIN calendar USING (day)
  WHERE category IN ('Marketing', 'Sales') AND month_number BETWEEN 0 AND 35 GROUP BY ALL
)
-- include acquisition ledger=ledger
