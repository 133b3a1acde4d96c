-- W1, lists: no window at all. Each customer's events become one sorted list; the running balance is a sum over the list's beginning.
-- With a handful of events a customer that is quick, and nothing is sorted but short lists.
-- include days
, lists AS (
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
-- include waterfall number=month_number label=month value=segment
