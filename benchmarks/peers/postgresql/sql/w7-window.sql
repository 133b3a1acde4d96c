-- W7, window: the naive forecast "as last time" by a window over each series, and then one aggregation.
WITH told AS (
  SELECT series, forecast, actual, abs(actual - lag(actual) OVER (PARTITION BY series ORDER BY period)) AS change FROM series
)
SELECT series AS key, sum(abs(forecast - actual)) / nullif(sum(abs(actual)), 0)::float8 AS q_wape,
  avg(abs(forecast - actual)::float8) / nullif(avg(change::float8), 0) AS q_mase, avg((forecast - actual)::float8) AS q_bias
FROM told GROUP BY series;
