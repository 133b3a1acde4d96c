-- W8, declared: the file into a table with the types of its columns declared, so that nothing is guessed.
CREATE OR REPLACE TEMP TABLE incoming AS
SELECT id, customer_id, "start", "end", (price * 100)::INTEGER AS price, currency, "interval", plan
FROM read_csv(getvariable('folder') || '/subscriptions.csv', header = true, columns = {
  'id': 'VARCHAR', 'customer_id': 'VARCHAR', 'start': 'DATE', 'end': 'DATE', 'price': 'DECIMAL(18,2)', 'currency': 'VARCHAR', 'interval': 'VARCHAR', 'plan': 'VARCHAR'});
SELECT 'subscriptions' AS key, count(*) AS rows, sum(price) AS price, count("end") AS ended FROM incoming;
DROP TABLE incoming;
