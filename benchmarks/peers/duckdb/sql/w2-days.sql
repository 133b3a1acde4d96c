-- W2, days: sums by day first, which are some ten thousand, so that only they need to find their period.
WITH sums AS (
  SELECT month_number AS number, value, kind, sum(amount) AS amount
  FROM (SELECT day, segment AS value, kind, sum(amount) AS amount FROM ledger GROUP BY ALL) JOIN calendar USING (day)
  WHERE month_number < 36 GROUP BY ALL
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

WITH sums AS (
  SELECT retail_number AS number, value, kind, sum(amount) AS amount
  FROM (SELECT day, region AS value, kind, sum(amount) AS amount FROM ledger GROUP BY ALL) JOIN calendar USING (day)
  WHERE retail_number < 36 GROUP BY ALL
)
, grid AS (
  SELECT number, label, value FROM (SELECT DISTINCT retail_number AS number, retail_month AS label FROM calendar WHERE retail_number BETWEEN 0 AND 35), unnest(enum_range(NULL::region)) AS v(value)
  UNION ALL
  SELECT -1, NULL, value FROM unnest(enum_range(NULL::region)) AS v(value)
), lines AS (
  SELECT g.number, g.label, g.value,
    coalesce(sum(amount), 0) AS total,
    coalesce(sum(amount) FILTER (kind = 'New'), 0) AS new, coalesce(sum(amount) FILTER (kind = 'Expansion'), 0) AS expansion,
    coalesce(sum(amount) FILTER (kind = 'Contraction'), 0) AS contraction, coalesce(sum(amount) FILTER (kind = 'Churn'), 0) AS churn,
    coalesce(sum(amount) FILTER (kind = 'Reactivation'), 0) AS reactivation
  FROM grid g LEFT JOIN sums s ON s.number = g.number AND s.value = g.value::region
  GROUP BY ALL
), bridge AS (
  SELECT *, sum(total) OVER (PARTITION BY value ORDER BY number) AS closing FROM lines
)
SELECT label || '|' || value AS key, 1200 * (closing - total) AS opening, 1200 * new AS new, 1200 * expansion AS expansion,
  1200 * contraction AS contraction, 1200 * churn AS churn, 1200 * reactivation AS reactivation, 1200 * closing AS closing
FROM bridge WHERE number >= 0;
