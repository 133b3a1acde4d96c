-- W3, edges: the balance of each customer at each of 48 month ends, as most people would write it; each is then held against that of twelve months before.
WITH edges AS (
  SELECT e.edge::INTEGER AS edge, (DATE '2023-01-01' + to_months((e.edge + 1)::INTEGER))::DATE AS after FROM range(-12, 36) AS e(edge)
), balances AS (
  SELECT customer, edge, sum(price)::BIGINT AS balance
  FROM subscriptions JOIN edges ON "start" < after AND ("end" IS NULL OR "end" >= after)
  WHERE price > 0 GROUP BY customer, edge
), answer AS (
  SELECT o.edge + 12 AS edge, segment, sum(o.balance) AS opening, coalesce(sum(c.balance), 0) AS retained,
    coalesce(sum(least(o.balance, c.balance)) FILTER (c.balance IS NOT NULL), 0) AS kept, count(*) AS customers
  FROM balances o LEFT JOIN balances c ON c.customer = o.customer AND c.edge = o.edge + 12 JOIN customers ON customers.customer = o.customer
  WHERE o.edge < 24 GROUP BY ALL
)
SELECT c.month || '|' || g.value AS key, coalesce(1200 * opening, 0) AS opening, coalesce(1200 * retained, 0) AS retained, coalesce(1200 * kept, 0) AS kept,
  coalesce(customers, 0) AS customers, retained / nullif(opening, 0)::DOUBLE AS q_nrr, kept / nullif(opening, 0)::DOUBLE AS q_grr
FROM (SELECT DISTINCT month_number, month FROM calendar WHERE month_number BETWEEN 0 AND 35) c
CROSS JOIN unnest(enum_range(NULL::segment)) AS g(value)
LEFT JOIN answer a ON a.edge = c.month_number AND a.segment = g.value::segment;
