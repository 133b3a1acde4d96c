-- W4, included by its formulations on the ledger: each movement by the month in which its customer was acquired and its own; who is there is what was
-- added up by then.
WITH sums AS (
  SELECT 12 * (year(acquired) - 2023) + month(acquired) - 1 AS cohort, ledger.month AS edge, sum(amount) AS amount,
    sum(CASE kind WHEN 'New' THEN 1 WHEN 'Reactivation' THEN 1 WHEN 'Churn' THEN -1 ELSE 0 END) AS customers
  FROM {ledger} AS ledger WHERE acquired >= DATE '2023-01-01' AND ledger.month < 36 GROUP BY ALL
)
, triangle AS (
  SELECT c.cohort, e.edge - c.cohort AS age, coalesce(sum(s.customers), 0) AS customers, coalesce(sum(s.amount), 0) AS amount
  FROM range(0, 36) AS c(cohort) JOIN range(0, 36) AS e(edge) ON e.edge >= c.cohort
  LEFT JOIN sums s ON s.cohort = c.cohort AND s.edge <= e.edge
  GROUP BY ALL
)
SELECT printf('%d-%02d|%02d', 2023 + cohort // 12, 1 + cohort % 12, age) AS key, customers, 1200 * amount AS arr,
  customers / nullif(first_value(customers) OVER w, 0)::DOUBLE AS q_customers, amount / nullif(first_value(amount) OVER w, 0)::DOUBLE AS q_revenue
FROM triangle WINDOW w AS (PARTITION BY cohort ORDER BY age);
