import { DatabaseSync } from 'node:sqlite';

import { customerFixtures } from '@customer-contracts/fixtures';

/** The tables of version 2, as the emulator made them then. */
const tables = `
  CREATE TABLE customers (
    organization_id TEXT NOT NULL,
    id              TEXT NOT NULL,
    words           TEXT NOT NULL, -- what q looks into, folded to lower case
    compared        BLOB NOT NULL, -- what filters and sorts compare, in JSONB
    embedded        TEXT NOT NULL, -- related resources that exist nowhere else, by name, for expand
    body            TEXT NOT NULL,
    UNIQUE (organization_id, id)
  );
  CREATE INDEX customers_by_organization ON customers (organization_id);
  CREATE INDEX customers_by_time  ON customers (organization_id, json_extract(compared, '$."createdTime"') DESC, id);
  CREATE INDEX customers_by_email ON customers (organization_id, json_extract(compared, '$."email"'));
  CREATE TABLE lead_sources (
    organization_id TEXT NOT NULL,
    customer_id     TEXT NOT NULL,
    body            TEXT NOT NULL,
    UNIQUE (organization_id, customer_id)
  );
  CREATE TABLE used_payment_tokens (
    organization_id TEXT NOT NULL,
    digest          TEXT NOT NULL, -- SHA-256: a token is never written down
    PRIMARY KEY (organization_id, digest)
  ) WITHOUT ROWID;
  CREATE TABLE fillings (
    organization_id TEXT NOT NULL,
    seed            INTEGER NOT NULL,
    count           INTEGER NOT NULL,
    PRIMARY KEY (organization_id, seed)
  ) WITHOUT ROWID;
`;

/** Makes a file of version 2, filled with so many customers of a seed and their lead sources. Every tenth has a website. */
export function makeVersion2(file: string, { count, seed }: { readonly count: number; readonly seed: number }): void {
  using database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA application_id = 1131770740; PRAGMA user_version = 2');
  database.exec(tables);
  const customer = database.prepare("INSERT INTO customers VALUES ('demo', ?, '', jsonb('{}'), ?, ?)");
  const leadSource = database.prepare("INSERT INTO lead_sources VALUES ('demo', ?, ?)");
  const fixtures = customerFixtures({ seed });
  database.exec('BEGIN');
  for (let index = 0; index < count; index += 1) {
    const made = fixtures.responses.at(index);
    const embedded = index % 10 === 0 ? { website: { id: made.websiteId, name: 'Shop' } } : {};
    customer.run(made.id, JSON.stringify(embedded), JSON.stringify(made));
    leadSource.run(made.id, JSON.stringify(fixtures.leadSources.at(index)));
  }
  database.prepare("INSERT INTO fillings VALUES ('demo', ?, ?)").run(seed, count);
  database.prepare("INSERT INTO used_payment_tokens VALUES ('demo', 'digest')").run();
  database.exec('COMMIT');
}
