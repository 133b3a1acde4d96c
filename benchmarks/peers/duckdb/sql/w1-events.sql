-- W1, events: each subscription is two events; events of a customer and day are added up first, so that the window runs over fewer rows.
-- A customer's running balance tells what each day was; sums by month and segment follow, and a last window carries the balance on.
WITH events AS (
  SELECT customer, "start" AS day, price AS delta FROM subscriptions WHERE price > 0
  UNION ALL
  SELECT customer, "end", -price FROM subscriptions WHERE price > 0 AND "end" IS NOT NULL
), days AS (
  SELECT customer, day, sum(delta)::BIGINT AS delta FROM events GROUP BY customer, day HAVING sum(delta) <> 0
), running AS (
  SELECT customer, day, delta, sum(delta) OVER w AS balance, row_number() OVER w AS n
  FROM days WINDOW w AS (PARTITION BY customer ORDER BY day)
), sums AS (
  SELECT month_number AS number, segment AS value,
    CASE WHEN balance = 0 THEN 'Churn' WHEN n = 1 THEN 'New' WHEN balance = delta THEN 'Reactivation'
         WHEN delta > 0 THEN 'Expansion' ELSE 'Contraction' END AS kind,
    sum(delta) AS amount
  FROM running JOIN calendar USING (day) JOIN customers USING (customer)
  WHERE month_number < 36
  GROUP BY ALL
)
, grid AS (
  SELECT number, label, value FROM (SELECT DISTINCT month_number AS number, month AS label FROM calendar WHERE month_number BETWEEN 0 AND 35), unnest(enum_range(NULL::segment)) AS v(value)
  UNION ALL
  SELECT -1, NULL, value FROM unnest(enum_range(NULL::segment)) AS v(value)
), lines AS (
  SELECT g.number, g.label, g.value,
    coalesce(sum(amount), 0) AS total,
    coalesce(sum(amount) FILTER (kind = 'New'), 0) AS new, coalesce(sum(amount) FILTER (kind = 'Expansion'), 0) AS expansion,
    coalesce(sum(amount) FILTER (kind = 'Contraction'), 0) AS contraction, coalesce(sum(amount) FILTER (kind = 'Churn'), 0) AS churn,
    coalesce(sum(amount) FILTER (kind = 'Reactivation'), 0) AS reactivation
  FROM grid g LEFT JOIN sums s ON s.number = g.number AND s.value = g.value::segment
  GROUP BY ALL
), bridge AS (
  SELECT *, sum(total) OVER (PARTITION BY value ORDER BY number) AS closing FROM lines
)
SELECT label || '|' || value AS key, 1200 * (closing - total) AS opening, 1200 * new AS new, 1200 * expansion AS expansion,
  1200 * contraction AS contraction, 1200 * churn AS churn, 1200 * reactivation AS reactivation, 1200 * closing AS closing
FROM bridge WHERE number >= 0;
