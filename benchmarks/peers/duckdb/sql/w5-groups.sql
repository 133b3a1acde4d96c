-- W5, groups: no window over the history. The first and the last day of each deal and stage say all: a first visit went on where the deal
-- was in a later stage on a later day, or was won.
WITH last_of_day AS (
  SELECT deal, day, arg_max(stage, number) AS stage FROM changes GROUP BY deal, day
), stages AS (
  SELECT l.deal, l.stage, min(l.day) AS day, max(l.day) AS last, any_value(d.owner) AS owner, any_value(d.outcome) AS outcome
  FROM last_of_day l JOIN deals d USING (deal) WHERE d.closed IS NULL OR l.day < d.closed
  GROUP BY l.deal, l.stage
), lasts AS (
  SELECT deal, max(last) FILTER (stage >= 1) AS d1, max(last) FILTER (stage >= 2) AS d2, max(last) FILTER (stage >= 3) AS d3,
    max(last) FILTER (stage >= 4) AS d4, max(last) FILTER (stage >= 5) AS d5
  FROM stages GROUP BY deal
), entered AS (
  SELECT owner, day, outcome = 'Won' OR coalesce(CASE stage WHEN 0 THEN d1 WHEN 1 THEN d2 WHEN 2 THEN d3 WHEN 3 THEN d4 WHEN 4 THEN d5 END > day, false) AS advanced
  FROM stages JOIN lasts USING (deal)
)
, entries AS (
  SELECT owner, month_number, count(*) AS entries, count(*) FILTER (advanced) AS advanced
  FROM entered JOIN calendar USING (day) WHERE month_number BETWEEN 0 AND 35 GROUP BY ALL
), closed AS (
  SELECT owner, month_number, count(*) FILTER (outcome = 'Won') AS won, count(*) FILTER (outcome = 'Lost') AS lost,
    coalesce(sum(amount) FILTER (outcome = 'Won'), 0) AS won_amount, sum(closed - created) FILTER (outcome = 'Won') AS cycle_days,
    quantile_cont(closed - created, [0.5, 0.9]) FILTER (outcome = 'Won') AS percentiles
  FROM deals JOIN calendar ON calendar.day = closed WHERE month_number BETWEEN 0 AND 35 GROUP BY ALL
), opened AS (
  SELECT owner, month_number, sum(change) AS change
  FROM (
    SELECT owner, month_number, count(*) AS change FROM deals JOIN calendar ON calendar.day = created GROUP BY ALL
    UNION ALL
    SELECT owner, month_number, -count(*) FROM deals JOIN calendar ON calendar.day = closed GROUP BY ALL
  ) GROUP BY ALL
), grid AS (
  SELECT o.owner, m.number AS month_number, coalesce(sum(p.change) OVER (PARTITION BY o.owner ORDER BY m.number), 0) AS open
  FROM (SELECT DISTINCT owner FROM deals) o CROSS JOIN range(-1, 36) AS m("number") LEFT JOIN opened p ON p.owner = o.owner AND p.month_number = m.number
)
SELECT month || '|' || printf('Owner %03d', owner) AS key, coalesce(won, 0) AS won, coalesce(lost, 0) AS lost, 100 * coalesce(won_amount, 0) AS won_amount,
  open, coalesce(entries, 0) AS entries, won / nullif(won + lost, 0)::DOUBLE AS q_win_rate, percentiles[1] AS q_median, percentiles[2] AS q_p90,
  advanced / nullif(entries, 0)::DOUBLE AS q_conversion,
  -- open deals x mean won amount x win rate / mean cycle: of won deals the mean amount over the mean cycle is the amount over the days.
  open * (won_amount / 100.0::DOUBLE) * (won / (won + lost)::DOUBLE) / nullif(cycle_days, 0) AS q_velocity
FROM grid JOIN (SELECT DISTINCT month_number, month FROM calendar WHERE month_number BETWEEN 0 AND 35) USING (month_number)
LEFT JOIN closed USING (owner, month_number) LEFT JOIN entries USING (owner, month_number);
