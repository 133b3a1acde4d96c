-- W5, windows: visits from the history by windows. Of several changes on a day the last holds, a stage said again is no visit, what is said
-- from the close on is none; a visit went on where a later one is of a later stage, or the deal was won. First visits count.
WITH last_of_day AS (
  SELECT c.deal, c.day, c.stage, d.owner, d.outcome
  FROM changes c JOIN deals d USING (deal) WHERE d.closed IS NULL OR c.day < d.closed
  QUALIFY c.number = max(c.number) OVER (PARTITION BY c.deal, c.day)
), visits AS (
  SELECT * FROM last_of_day QUALIFY stage IS DISTINCT FROM lag(stage) OVER (PARTITION BY deal ORDER BY day)
), reached AS (
  SELECT day, owner, outcome, stage, max(stage) OVER (PARTITION BY deal ORDER BY day ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS later,
    row_number() OVER (PARTITION BY deal, stage ORDER BY day) AS visit
  FROM visits
), entered AS (
  SELECT owner, day, outcome = 'Won' OR coalesce(later > stage, false) AS advanced FROM reached WHERE visit = 1
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
