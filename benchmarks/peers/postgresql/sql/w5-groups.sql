-- W5, groups: no window over the history. The first and the last day of each deal and stage say all: a first visit went on where the deal
-- was in a later stage on a later day, or was won.
WITH last_of_day AS (
  SELECT DISTINCT ON (deal, day) deal, day, stage FROM changes ORDER BY deal, day, number DESC
), stages AS (
  SELECT l.deal, l.stage, min(l.day) AS day, max(l.day) AS last, d.owner, d.outcome
  FROM last_of_day l JOIN deals d USING (deal) WHERE d.closed IS NULL OR l.day < d.closed
  GROUP BY l.deal, l.stage, d.owner, d.outcome
), lasts AS (
  SELECT deal, max(last) FILTER (WHERE stage >= 1) AS d1, max(last) FILTER (WHERE stage >= 2) AS d2, max(last) FILTER (WHERE stage >= 3) AS d3,
    max(last) FILTER (WHERE stage >= 4) AS d4, max(last) FILTER (WHERE stage >= 5) AS d5
  FROM stages GROUP BY deal
), entered AS (
  SELECT owner, day, outcome = 'Won' OR coalesce(CASE stage WHEN 0 THEN d1 WHEN 1 THEN d2 WHEN 2 THEN d3 WHEN 3 THEN d4 WHEN 4 THEN d5 END > day, false) AS advanced
  FROM stages JOIN lasts USING (deal)
), entries AS (
  SELECT owner, month_number, count(*) AS entries, count(*) FILTER (WHERE advanced) AS advanced
  FROM entered JOIN calendar USING (day) WHERE month_number BETWEEN 0 AND 35 GROUP BY 1, 2
), closed AS (
  SELECT owner, month_number, count(*) FILTER (WHERE outcome = 'Won') AS won, count(*) FILTER (WHERE outcome = 'Lost') AS lost,
    coalesce(sum(amount) FILTER (WHERE outcome = 'Won'), 0) AS won_amount, sum(closed - created) FILTER (WHERE outcome = 'Won') AS cycle_days,
    percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY closed - created) FILTER (WHERE outcome = 'Won') AS percentiles
  FROM deals JOIN calendar ON calendar.day = closed WHERE month_number BETWEEN 0 AND 35 GROUP BY 1, 2
), opened AS (
  SELECT owner, month_number, sum(change) AS change
  FROM (
    SELECT owner, month_number, count(*) AS change FROM deals JOIN calendar ON calendar.day = created GROUP BY 1, 2
    UNION ALL
    SELECT owner, month_number, -count(*) FROM deals JOIN calendar ON calendar.day = closed GROUP BY 1, 2
  ) both_ways GROUP BY 1, 2
), grid AS (
  SELECT o.owner, m.number AS month_number, coalesce(sum(p.change) OVER (PARTITION BY o.owner ORDER BY m.number), 0) AS open
  FROM (SELECT DISTINCT owner FROM deals) o CROSS JOIN generate_series(-1, 35) AS m(number) LEFT JOIN opened p ON p.owner = o.owner AND p.month_number = m.number
)
SELECT month || '|Owner ' || lpad(owner::text, 3, '0') AS key, coalesce(won, 0) AS won, coalesce(lost, 0) AS lost, 100 * coalesce(won_amount, 0) AS won_amount,
  open, coalesce(entries, 0) AS entries, won / nullif(won + lost, 0)::float8 AS q_win_rate, percentiles[1] AS q_median, percentiles[2] AS q_p90,
  advanced / nullif(entries, 0)::float8 AS q_conversion,
  -- open deals x mean won amount x win rate / mean cycle: of won deals the mean amount over the mean cycle is the amount over the days.
  open::float8 * (won_amount / 100.0::float8) * (won / (won + lost)::float8) / nullif(cycle_days, 0) AS q_velocity
FROM grid JOIN (SELECT DISTINCT month_number, month FROM calendar WHERE month_number BETWEEN 0 AND 35) m USING (month_number)
LEFT JOIN closed USING (owner, month_number) LEFT JOIN entries USING (owner, month_number);
