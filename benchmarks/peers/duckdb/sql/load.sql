-- The tables, as a careful user of DuckDB would hold them: whole numbers for codes and cents, dates as dates, one byte for names.
CREATE TABLE calendar AS
SELECT day, month, month_number::TINYINT AS month_number, retail_month, retail_number::TINYINT AS retail_number
FROM read_csv(getvariable('folder') || '/calendar.csv', header = true, columns = {
  'day': 'DATE', 'month': 'VARCHAR', 'month_number': 'INTEGER', 'retail_month': 'VARCHAR', 'retail_number': 'INTEGER'});

CREATE TEMP TABLE raw_customers AS
SELECT * FROM read_csv(getvariable('folder') || '/customers.csv', header = true, columns = {
  'customer': 'INTEGER', 'segment': 'VARCHAR', 'region': 'VARCHAR', 'channel': 'VARCHAR'});
CREATE TYPE segment AS ENUM ('Consumer', 'Education', 'Enterprise', 'Government', 'Mid-Market', 'Non-Profit', 'SMB', 'Startup');
CREATE TYPE region AS ENUM ('Africa', 'Americas', 'Asia', 'Europe', 'Oceania');
CREATE TYPE channel AS ENUM ('Affiliate', 'Community', 'Content', 'Display', 'Email', 'Events', 'Organic', 'Outbound', 'Paid Search', 'Paid Social', 'Partner', 'Referral');
CREATE TABLE customers AS
SELECT customer, segment::segment AS segment, region::region AS region, channel::channel AS channel FROM raw_customers;
DROP TABLE raw_customers;

-- The unsorted rows of the file: the customer's number is in its id, the price is in cents.
CREATE TABLE subscriptions AS
SELECT customer_id[2:]::INTEGER AS customer, "start", "end", (price * 100)::INTEGER AS price
FROM read_csv(getvariable('folder') || '/subscriptions.csv', header = true, columns = {
  'id': 'VARCHAR', 'customer_id': 'VARCHAR', 'start': 'DATE', 'end': 'DATE', 'price': 'DECIMAL(18,2)', 'currency': 'VARCHAR', 'interval': 'VARCHAR', 'plan': 'VARCHAR'});

CREATE TYPE outcome AS ENUM ('Open', 'Won', 'Lost', 'Void');
CREATE TABLE deals AS
SELECT deal, owner[7:]::UTINYINT AS owner, created, closed, outcome::outcome AS outcome, amount
FROM read_csv(getvariable('folder') || '/deals.csv', header = true, columns = {
  'deal': 'INTEGER', 'owner': 'VARCHAR', 'created': 'DATE', 'closed': 'DATE', 'outcome': 'VARCHAR', 'amount': 'INTEGER'});
CREATE TABLE changes AS
SELECT * FROM read_csv(getvariable('folder') || '/changes.csv', header = true, columns = {
  'deal': 'INTEGER', 'number': 'UTINYINT', 'day': 'DATE', 'stage': 'UTINYINT'});

CREATE TYPE category AS ENUM ('Marketing', 'Sales', 'CustomerSuccess', 'Other');
CREATE TABLE spend AS
SELECT day, channel::channel AS channel, category::category AS category, amount
FROM read_csv(getvariable('folder') || '/spend.csv', header = true, columns = {
  'day': 'DATE', 'channel': 'VARCHAR', 'category': 'VARCHAR', 'amount': 'INTEGER'});

CREATE TABLE series AS
SELECT * FROM read_csv(getvariable('folder') || '/series.csv', header = true, columns = {
  'series': 'INTEGER', 'period': 'UTINYINT', 'forecast': 'INTEGER', 'actual': 'INTEGER'});
