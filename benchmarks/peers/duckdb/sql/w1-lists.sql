-- W1, lists: no window at all. Each customer's events become one sorted list; the running balance is a sum over the list's beginning.
-- With a handful of events a customer that is quick, and nothing is sorted but short lists.
WITH events AS (
  SELECT customer, "start" AS day, price AS delta FROM subscriptions WHERE price > 0
  UNION ALL
  SELECT customer, "end", -price FROM subscriptions WHERE price > 0 AND "end" IS NOT NULL
), days AS (
  SELECT customer, day, sum(delta)::BIGINT AS delta FROM events GROUP BY customer, day HAVING sum(delta) <> 0
), lists AS (
  SELECT customer, list_sort(list({'day': day, 'delta': delta})) AS moves FROM days GROUP BY customer
), running AS (
  SELECT customer, move.day AS day, move.delta AS delta, place,
    list_sum(list_transform(moves[:place], m -> m.delta)) AS balance
  FROM (SELECT customer, moves, unnest(moves) AS move, generate_subscripts(moves, 1) AS place FROM lists)
), sums AS (
  SELECT month_number AS number, segment AS value,
    CASE WHEN balance = 0 THEN 'Churn' WHEN place = 1 THEN 'New' WHEN balance = delta THEN 'Reactivation'
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
