-- W6, ordered: as w6-join, on tables in the order of what is asked.
WITH spent AS (
  SELECT month_number, channel, sum(amount) AS amount FROM spend_by_category JOIN calendar USING (day)
  WHERE category IN ('Marketing', 'Sales') AND month_number BETWEEN 0 AND 35 GROUP BY ALL
)
-- include acquisition ledger=ledger_by_kind
