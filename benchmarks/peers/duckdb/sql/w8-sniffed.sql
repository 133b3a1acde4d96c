-- W8, sniffed: the file into a table as DuckDB guesses it from the first rows; the price stays the decimal number or double that it took it for.
CREATE OR REPLACE TEMP TABLE incoming AS SELECT * FROM read_csv(getvariable('folder') || '/subscriptions.csv');
SELECT 'subscriptions' AS key, count(*) AS rows, sum(round(price * 100)::BIGINT) AS price, count("end") AS ended FROM incoming;
DROP TABLE incoming;
