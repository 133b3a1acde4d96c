-- W7, lists: one aggregation; the actuals of a series become a list in order, and the naive forecast's errors are those of its neighbours.
WITH told AS (
  SELECT series, sum(abs(forecast - actual)) AS errors, sum(abs(actual)) AS sizes, sum(forecast - actual) AS bias, count(*) AS periods,
    list(actual ORDER BY period) AS actuals
  FROM series GROUP BY series
)
SELECT series AS key, errors / nullif(sizes, 0)::DOUBLE AS q_wape,
  errors / periods::DOUBLE / nullif(list_avg(list_transform(list_zip(actuals[2:], actuals[:-2]), pair -> abs(pair[1] - pair[2]))), 0) AS q_mase,
  bias / periods::DOUBLE AS q_bias
FROM told;
