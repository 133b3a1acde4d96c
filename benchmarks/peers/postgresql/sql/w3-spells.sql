-- W3, spells: the ledger gives each customer's spells of month ends with one balance. A spell now and a spell twelve months before share a run of
-- month ends; what they add is put on where the run begins and taken off where it ends, so no customer is told month by month.
WITH changes AS (
  SELECT customer, segment, greatest(month, -12) AS month, sum(amount)::bigint AS amount FROM ledger WHERE month < 36 GROUP BY 1, 2, 3
), balances AS (
  SELECT customer, segment, month AS since, lead(month, 1, 36) OVER w AS until, sum(amount) OVER w AS balance
  FROM changes WINDOW w AS (PARTITION BY customer ORDER BY month)
), spells AS MATERIALIZED (
  SELECT customer, segment, since, until, balance FROM balances WHERE balance > 0
), opening AS MATERIALIZED (
  SELECT customer, segment, since + 12 AS since, least(until + 12, 36) AS until, balance FROM spells WHERE since < 24
), shared AS (
  SELECT o.segment, greatest(o.since, c.since) AS since, least(o.until, c.until) AS until, c.balance AS retained, least(o.balance, c.balance) AS kept
  FROM opening o JOIN spells c ON c.customer = o.customer AND c.since < o.until AND c.until > o.since
), steps AS (
  SELECT segment, since AS edge, sum(balance) AS opening, count(*) AS customers, 0 AS retained, 0 AS kept FROM opening GROUP BY 1, 2
  UNION ALL
  SELECT segment, until, -sum(balance), -count(*), 0, 0 FROM opening GROUP BY 1, 2
  UNION ALL
  SELECT segment, since, 0, 0, sum(retained), sum(kept) FROM shared GROUP BY 1, 2
  UNION ALL
  SELECT segment, until, 0, 0, -sum(retained), -sum(kept) FROM shared GROUP BY 1, 2
), answer AS (
  SELECT e.edge, segment, sum(opening) AS opening, sum(customers) AS customers, sum(retained) AS retained, sum(kept) AS kept
  FROM generate_series(0, 35) AS e(edge) JOIN steps ON steps.edge <= e.edge
  GROUP BY 1, 2
)
SELECT c.month || '|' || g.value AS key, coalesce(1200 * opening, 0) AS opening, coalesce(1200 * retained, 0) AS retained, coalesce(1200 * kept, 0) AS kept,
  coalesce(customers, 0) AS customers, retained::float8 / nullif(opening, 0)::float8 AS q_nrr, kept::float8 / nullif(opening, 0)::float8 AS q_grr
FROM (SELECT DISTINCT month_number, month FROM calendar WHERE month_number BETWEEN 0 AND 35) c
CROSS JOIN unnest(enum_range(NULL::segment)) AS g(value)
LEFT JOIN answer a ON a.edge = c.month_number AND a.segment = g.value;
