-- W4, ledger: each movement of the ledger by the month in which its customer was acquired and its own; who is there is what was added up by then.
WITH sums AS (
  SELECT (12 * (extract(year FROM acquired) - 2023) + extract(month FROM acquired) - 1)::int AS cohort, ledger.month AS edge, sum(amount) AS amount,
    sum(CASE kind WHEN 'New' THEN 1 WHEN 'Reactivation' THEN 1 WHEN 'Churn' THEN -1 ELSE 0 END) AS customers
  FROM ledger WHERE acquired >= DATE '2023-01-01' AND ledger.month < 36 GROUP BY 1, 2
)
, triangle AS (
  SELECT c.cohort, e.edge - c.cohort AS age, coalesce(sum(s.customers), 0) AS customers, coalesce(sum(s.amount), 0) AS amount
  FROM generate_series(0, 35) AS c(cohort) JOIN generate_series(0, 35) AS e(edge) ON e.edge >= c.cohort
  LEFT JOIN sums s ON s.cohort = c.cohort AND s.edge <= e.edge
  GROUP BY c.cohort, e.edge
)
SELECT 2023 + cohort / 12 || '-' || lpad((1 + cohort % 12)::text, 2, '0') || '|' || lpad(age::text, 2, '0') AS key, customers, 1200 * amount AS arr,
  customers::float8 / nullif(first_value(customers) OVER w, 0)::float8 AS q_customers, amount::float8 / nullif(first_value(amount) OVER w, 0)::float8 AS q_revenue
FROM triangle WINDOW w AS (PARTITION BY cohort ORDER BY age);
