-- W2, join: each movement of the ledger finds its period in the calendar; then sums by period, dimension and kind.
WITH sums AS (
  SELECT month_number AS number, segment AS value, kind, sum(amount) AS amount
  FROM ledger JOIN calendar USING (day) WHERE month_number < 36 GROUP BY ALL
)
-- include waterfall number=month_number label=month value=segment

WITH sums AS (
  SELECT retail_number AS number, region AS value, kind, sum(amount) AS amount
  FROM ledger JOIN calendar USING (day) WHERE retail_number < 36 GROUP BY ALL
)
-- include waterfall number=retail_number label=retail_month value=region
