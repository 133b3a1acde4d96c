-- W2, ordered: as w2-join, on tables in the order of what is asked.
WITH sums AS (
  SELECT month_number AS number, segment AS value, kind, sum(amount) AS amount
  FROM ledger_by_segment JOIN calendar USING (day) WHERE month_number < 36 GROUP BY ALL
)
-- include waterfall number=month_number label=month value=segment

WITH sums AS (
  SELECT retail_number AS number, region AS value, kind, sum(amount) AS amount
  FROM ledger_by_region JOIN calendar USING (day) WHERE retail_number < 36 GROUP BY ALL
)
-- include waterfall number=retail_number label=retail_month value=region
