-- The sums of W2, included by its formulations that join: each movement of the ledger finds its period in the calendar; then sums by period, dimension and kind.
WITH sums AS (
  SELECT {number} AS number, {value} AS value, kind, sum(amount) AS amount
  FROM {ledger} JOIN calendar USING (day) WHERE {number} < 36 GROUP BY ALL
)
