-- The beginning of the ledger, and of W1 where it goes by events: by how much each customer's recurring revenue changed on a day, in cents a month.
WITH events AS (
  SELECT customer, "start" AS day, price AS delta FROM subscriptions WHERE price > 0
  UNION ALL
  SELECT customer, "end", -price FROM subscriptions WHERE price > 0 AND "end" IS NOT NULL
), days AS (
  SELECT customer, day, sum(delta)::BIGINT AS delta FROM events GROUP BY customer, day HAVING sum(delta) <> 0
)
