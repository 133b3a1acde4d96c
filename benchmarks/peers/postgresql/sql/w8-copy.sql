-- W8, copy: the file into a table that is there, with the types of its columns and no index.
TRUNCATE incoming;
\copy incoming FROM '{folder}/subscriptions.csv' CSV HEADER
SELECT 'subscriptions' AS key, count(*) AS rows, sum((price * 100)::bigint) AS price, count("end") AS ended FROM incoming;
