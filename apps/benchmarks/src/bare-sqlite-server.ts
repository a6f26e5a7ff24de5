// The least that a server of stored customers can do: one prepared read of node:sqlite behind node:http. No routing, no
// keys, no checks. A program of its own: bare-sqlite-server.js COUNT.
import { DatabaseSync } from 'node:sqlite';

import { customerFixtures } from '@customer-contracts/fixtures';

import { listenUntilStopped } from './listen-until-stopped.ts';

const count = Number(process.argv[2]);
const database = new DatabaseSync(':memory:');
database.exec('CREATE TABLE customers (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID');
const insert = database.prepare('INSERT INTO customers VALUES (?, ?)');
database.exec('BEGIN');
for (const customer of customerFixtures({ seed: 1 }).responses.take(count)) {
  insert.run(customer.id, JSON.stringify(customer));
}
database.exec('COMMIT');
const read = database.prepare('SELECT body FROM customers WHERE id = ?');

listenUntilStopped(({ url = '' }, response) => {
  const row = read.get(url.slice(url.lastIndexOf('/') + 1));
  const body = Buffer.from(String(row?.['body']));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
});
