-- W1, events: each subscription is two events; events of a customer and day are added up first, and a window tells what each day was.
-- include days
, running AS (
  SELECT customer, day, delta, sum(delta) OVER w AS balance, row_number() OVER w AS n
  FROM days WINDOW w AS (PARTITION BY customer ORDER BY day)
), sums AS (
  SELECT month_number AS number, segment AS value,
    CASE WHEN balance = 0 THEN 'Churn' WHEN n = 1 THEN 'New' WHEN balance = delta THEN 'Reactivation'
         WHEN delta > 0 THEN 'Expansion' ELSE 'Contraction' END AS kind,
    sum(delta) AS amount
  FROM running JOIN calendar USING (day) JOIN customers USING (customer)
  WHERE month_number < 36
  GROUP BY 1, 2, 3
)
-- include waterfall number=month_number label=month value=segment
