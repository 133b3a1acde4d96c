-- W2, days: sums by day first, which are some ten thousand, so that only they need to find their period.
WITH sums AS (
  SELECT month_number AS number, value, kind, sum(amount) AS amount
  FROM (SELECT day, segment AS value, kind, sum(amount) AS amount FROM ledger GROUP BY 1, 2, 3) d JOIN calendar USING (day)
  WHERE month_number < 36 GROUP BY 1, 2, 3
)
-- include waterfall number=month_number label=month value=segment

WITH sums AS (
  SELECT retail_number AS number, value, kind, sum(amount) AS amount
  FROM (SELECT day, region AS value, kind, sum(amount) AS amount FROM ledger GROUP BY 1, 2, 3) d JOIN calendar USING (day)
  WHERE retail_number < 36 GROUP BY 1, 2, 3
)
-- include waterfall number=retail_number label=retail_month value=region
