-- W1, range: one window over the raw events and no aggregation before it. The frames by range take in all events of a day, so they give the
-- balance before the day and after it; of a day's events the first speaks for it.
WITH events AS (
  SELECT customer, "start" - DATE '2000-01-01' AS day, price AS delta FROM subscriptions WHERE price > 0
  UNION ALL
  SELECT customer, "end" - DATE '2000-01-01', -price FROM subscriptions WHERE price > 0 AND "end" IS NOT NULL
), running AS (
  SELECT customer, day,
    coalesce(sum(delta) OVER (w RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before,
    sum(delta) OVER (w RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS balance,
    min(day) OVER (PARTITION BY customer) AS acquired,
    row_number() OVER w AS place, lag(day) OVER w AS last_day
  FROM events WINDOW w AS (PARTITION BY customer ORDER BY day)
), sums AS (
  SELECT month_number AS number, segment AS value,
    CASE WHEN balance = 0 THEN 'Churn' WHEN r.day = acquired THEN 'New' WHEN before = 0 THEN 'Reactivation'
         WHEN balance > before THEN 'Expansion' ELSE 'Contraction' END AS kind,
    sum(balance - before) AS amount
  FROM running r JOIN calendar c ON c.day = DATE '2000-01-01' + r.day::INTEGER JOIN customers USING (customer)
  WHERE month_number < 36 AND balance <> before AND last_day IS DISTINCT FROM r.day
  GROUP BY ALL
)
-- include waterfall number=month_number label=month value=segment
