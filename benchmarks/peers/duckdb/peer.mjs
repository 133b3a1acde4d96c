// DuckDB as the peer of `compare`. Reads one JSON object a line from standard input and answers each with one line:
//   {"do":"load","folder":F,"threads":T}              creates the tables from the CSV files in F
//   {"do":"run","formulation":"w1-events","rows":B}   runs sql/w1-events.sql; with rows, gives the answer column by column
// Ends when standard input is closed. Uses no network: extensions are neither installed nor loaded.
import { readFileSync, readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { DuckDBInstance } from '@duckdb/node-api';

const sql = new URL('./sql/', import.meta.url);
const textOf = name => readFileSync(new URL(`${name}.sql`, sql), 'utf8');
// "-- include waterfall number=month_number" stands for sql/waterfall.sql with {number} replaced.
const included = (_, name, values) =>
  values.split(' ').filter(value => value !== '').map(value => value.split('=')).reduce((text, [key, value]) => text.replaceAll(`{${key}}`, value), textOf(name));
const statementsOf = name =>
  textOf(name).replace(/^-- include (\w+)(.*)$/gm, included)
    .split(/;\s*$/m).map(text => text.replace(/^\s*--.*$/gm, '').trim()).filter(text => text !== '');
let connection, statements;

async function load({ folder, threads }) {
  const start = performance.now();
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(threads), preserve_insertion_order: 'false', autoinstall_known_extensions: 'false', autoload_known_extensions: 'false',
  });
  connection = await instance.connect();
  await connection.run(`SET VARIABLE folder = '${folder.replaceAll("'", "''")}'`);
  for (const name of ['load', 'ledger']) for (const statement of statementsOf(name)) await connection.run(statement);
  const formulations = readdirSync(sql).map(file => file.replace(/\.sql$/, '')).filter(name => /^w\d-/.test(name)).sort();
  statements = new Map(formulations.map(name => [name, statementsOf(name)]));
  const [[version, memoryLimit]] = (await connection.runAndReadAll("SELECT version(), current_setting('memory_limit')")).getRows();
  return { version, memoryLimit, formulations, seconds: (performance.now() - start) / 1000 };
}

// The time of all statements of the file with their rows read, before any row is turned into JavaScript.
async function run({ formulation, rows }) {
  const start = performance.now();
  const results = [];
  for (const statement of statements.get(formulation)) results.push(await connection.runAndReadAll(statement));
  const reply = { seconds: (performance.now() - start) / 1000 };
  if (!rows) return reply;
  const answers = results.filter(result => result.columnNames()[0] === 'key');
  reply.names = answers[0].columnNames();
  reply.columns = reply.names.map(() => []);
  for (const answer of answers) {
    answer.getColumns().forEach((values, i) => {
      for (const value of values) reply.columns[i].push(reply.names[i].startsWith('q_') ? value : String(value ?? 0));
    });
  }
  return reply;
}

for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  let reply;
  try {
    reply = question.do === 'load' ? await load(question) : await run(question);
  } catch (error) {
    reply = { error: `${question.formulation ?? question.do}: ${error.message}` };
  }
  process.stdout.write(`${JSON.stringify(reply)}\n`);
}
process.exit(0);
