-- The tables, as a careful user of PostgreSQL would hold them: whole numbers for codes and cents, dates as dates, enumerations for names; not logged,
-- as nothing has to survive a crash, and analyzed.
CREATE TYPE segment AS ENUM ('Consumer', 'Education', 'Enterprise', 'Government', 'Mid-Market', 'Non-Profit', 'SMB', 'Startup');
CREATE TYPE region AS ENUM ('Africa', 'Americas', 'Asia', 'Europe', 'Oceania');
CREATE TYPE channel AS ENUM ('Affiliate', 'Community', 'Content', 'Display', 'Email', 'Events', 'Organic', 'Outbound', 'Paid Search', 'Paid Social', 'Partner', 'Referral');
CREATE TYPE outcome AS ENUM ('Open', 'Won', 'Lost', 'Void');
CREATE TYPE category AS ENUM ('Marketing', 'Sales', 'CustomerSuccess', 'Other');
CREATE TYPE kind AS ENUM ('New', 'Expansion', 'Contraction', 'Churn', 'Reactivation');

CREATE UNLOGGED TABLE calendar (day date, month text, month_number int, retail_month text, retail_number int);
\copy calendar FROM '{folder}/calendar.csv' CSV HEADER
CREATE UNLOGGED TABLE customers (customer int, segment segment, region region, channel channel);
\copy customers FROM '{folder}/customers.csv' CSV HEADER

-- The unsorted rows of the file: the customer's number is in its id, the price is in cents.
CREATE UNLOGGED TABLE incoming (id text, customer_id text, "start" date, "end" date, price numeric(18, 2), currency text, "interval" text, plan text);
\copy incoming FROM '{folder}/subscriptions.csv' CSV HEADER
CREATE UNLOGGED TABLE subscriptions AS SELECT substring(customer_id FROM 2)::int AS customer, "start", "end", (price * 100)::int AS price FROM incoming;
TRUNCATE incoming;

CREATE TEMP TABLE raw_deals (deal int, owner text, created date, closed date, outcome outcome, amount int);
\copy raw_deals FROM '{folder}/deals.csv' CSV HEADER
CREATE UNLOGGED TABLE deals AS SELECT deal, substring(owner FROM 7)::smallint AS owner, created, closed, outcome, amount FROM raw_deals;
DROP TABLE raw_deals;
CREATE UNLOGGED TABLE changes (deal int, number smallint, day date, stage smallint);
\copy changes FROM '{folder}/changes.csv' CSV HEADER
CREATE UNLOGGED TABLE spend (day date, channel channel, category category, amount int);
\copy spend FROM '{folder}/spend.csv' CSV HEADER
CREATE UNLOGGED TABLE series (series int, period smallint, forecast int, actual int);
\copy series FROM '{folder}/series.csv' CSV HEADER
VACUUM ANALYZE;
