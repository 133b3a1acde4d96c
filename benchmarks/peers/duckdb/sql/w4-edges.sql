-- W4, edges: from the subscriptions themselves. A customer's first paid day makes its cohort; customers and balances at each month end are counted.
WITH edges AS (
  SELECT e.edge::INTEGER AS edge, (DATE '2023-01-01' + to_months((e.edge + 1)::INTEGER))::DATE AS after FROM range(0, 36) AS e(edge)
), firsts AS (
  SELECT customer, 12 * (year(min("start")) - 2023) + month(min("start")) - 1 AS cohort FROM subscriptions WHERE price > 0 GROUP BY customer
), there AS (
  SELECT cohort, edge, count(DISTINCT customer) AS customers, sum(price) AS amount
  FROM subscriptions JOIN firsts USING (customer) JOIN edges ON "start" < after AND ("end" IS NULL OR "end" >= after)
  WHERE price > 0 AND cohort >= 0 GROUP BY ALL
), filled AS (
  SELECT c.cohort, e.edge, coalesce(customers, 0) AS customers, coalesce(amount, 0) AS amount
  FROM range(0, 36) AS c(cohort) JOIN range(0, 36) AS e(edge) ON e.edge >= c.cohort LEFT JOIN there t ON t.cohort = c.cohort AND t.edge = e.edge
)
SELECT printf('%d-%02d|%02d', 2023 + cohort // 12, 1 + cohort % 12, edge - cohort) AS key, customers, 1200 * amount AS arr,
  customers / nullif(first_value(customers) OVER w, 0)::DOUBLE AS q_customers, amount / nullif(first_value(amount) OVER w, 0)::DOUBLE AS q_revenue
FROM filled WINDOW w AS (PARTITION BY cohort ORDER BY edge);
