-- The rest of W6, included by its formulations after the spend by month and channel: new customers from the ledger, and the cost of one.
, won AS (
  SELECT month AS month_number, channel, count(*) AS customers FROM {ledger} WHERE kind = 'New' AND month BETWEEN 0 AND 35 GROUP BY ALL
)
SELECT month || '|' || g.value AS key, coalesce(100 * s.amount, 0) AS spend, coalesce(n.customers, 0) AS new,
  coalesce(s.amount, 0) / 100.0::DOUBLE / nullif(n.customers, 0) AS q_cac
FROM (SELECT DISTINCT month_number, month FROM calendar WHERE month_number BETWEEN 0 AND 35) c
CROSS JOIN unnest(enum_range(NULL::channel)) AS g(value)
LEFT JOIN spent s ON s.month_number = c.month_number AND s.channel = g.value::channel
LEFT JOIN won n ON n.month_number = c.month_number AND n.channel = g.value::channel;
