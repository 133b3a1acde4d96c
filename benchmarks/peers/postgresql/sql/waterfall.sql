-- The rest of a waterfall, included by W1 and W2 after their sums by period, dimension and kind: a row for each period and value, whether anything
-- moved there or not, with the balance carried on. Periods before the first count into the first opening.
, grid AS (
  SELECT number, label, v.value FROM (SELECT DISTINCT {number} AS number, {label} AS label FROM calendar WHERE {number} BETWEEN 0 AND 35) p, unnest(enum_range(NULL::{value})) AS v(value)
  UNION ALL
  SELECT -1, NULL, v.value FROM unnest(enum_range(NULL::{value})) AS v(value)
), lines AS (
  SELECT g.number, g.label, g.value,
    coalesce(sum(amount), 0) AS total,
    coalesce(sum(amount) FILTER (WHERE kind = 'New'), 0) AS new, coalesce(sum(amount) FILTER (WHERE kind = 'Expansion'), 0) AS expansion,
    coalesce(sum(amount) FILTER (WHERE kind = 'Contraction'), 0) AS contraction, coalesce(sum(amount) FILTER (WHERE kind = 'Churn'), 0) AS churn,
    coalesce(sum(amount) FILTER (WHERE kind = 'Reactivation'), 0) AS reactivation
  FROM grid g LEFT JOIN sums s ON s.number = g.number AND s.value = g.value
  GROUP BY g.number, g.label, g.value
), bridge AS (
  SELECT *, sum(total) OVER (PARTITION BY value ORDER BY number) AS closing FROM lines
)
SELECT label || '|' || value AS key, 1200 * (closing - total) AS opening, 1200 * new AS new, 1200 * expansion AS expansion,
  1200 * contraction AS contraction, 1200 * churn AS churn, 1200 * reactivation AS reactivation, 1200 * closing AS closing
FROM bridge WHERE number >= 0;
