import { type ComparedColumn, comparedColumns } from './customer-columns.ts';

/** Goes up with every change of {@link tables} and {@link derived}, and so of the fields that filters can name. */
export const schemaVersion = 3;

/** The name of a column in SQL. */
export function quoted(column: string): string {
  return `"${column}"`;
}

/** What lists find customers by, and their order, apart from the id. It changes seldom. */
export const indexedColumns: readonly string[] = [
  'createdTime',
  'email',
  'lastName',
  'primaryAddress.country',
  'words',
];

/** The indices of the customers of an organization, by what they find. */
export const indices = {
  id: 'customers_by_id',
  foldedId: 'customers_by_folded_id',
  createdTime: 'customers_by_time',
  email: 'customers_by_email',
  lastName: 'customers_by_last_name',
  country: 'customers_by_country',
} as const;

/** An id as filters compare it. It has no letters but ASCII ones. */
export const foldedId = 'lower(id)';

/** A value is not stored longer than it has to be: whole numbers as such. */
const affinities: Readonly<Record<ComparedColumn['type'], string>> = {
  text: 'TEXT',
  date: 'TEXT',
  'date-time': 'TEXT',
  number: 'NUMERIC',
  boolean: 'NUMERIC',
  custom: 'BLOB',
  JSON: 'BLOB',
};

/**
 * A body is the JSON text of the answer, so that reading a customer is one look-up and no parsing. What lists compare
 * stands in a table of its own, in columns: what looks at every customer reads a fifth of the file, and parses nothing.
 */
export const tables = `
  CREATE TABLE customers (
    number          INTEGER PRIMARY KEY,
    organization_id TEXT NOT NULL,
    id              TEXT NOT NULL,
    words           TEXT NOT NULL, -- what q looks into, folded to lower case
    ${comparedColumns.map(({ name, type }) => `${quoted(name)} ${affinities[type]}`).join(',\n    ')}
  );
  CREATE UNIQUE INDEX ${indices.id} ON customers (organization_id, id);

  CREATE TABLE bodies (
    number   INTEGER PRIMARY KEY,
    body     TEXT NOT NULL,
    embedded TEXT -- related resources that exist nowhere else, by name, for expand
  );

  CREATE TABLE lead_sources (
    number   INTEGER PRIMARY KEY,
    body     TEXT NOT NULL, -- without the original
    original TEXT           -- empty where it is equal to the body
  );

  CREATE TRIGGER customer_gone AFTER DELETE ON customers BEGIN
    DELETE FROM bodies WHERE number = old.number;
    DELETE FROM lead_sources WHERE number = old.number;
  END;

  CREATE TABLE IF NOT EXISTS used_payment_tokens (
    organization_id TEXT NOT NULL,
    digest          TEXT NOT NULL, -- SHA-256: a token is never written down
    PRIMARY KEY (organization_id, digest)
  ) WITHOUT ROWID;

  CREATE TABLE IF NOT EXISTS fillings (
    organization_id TEXT NOT NULL,
    seed            INTEGER NOT NULL,
    count           INTEGER NOT NULL,
    PRIMARY KEY (organization_id, seed)
  ) WITHOUT ROWID;
`;

/** What happened to customers. A file of an older emulator may lack it, and nothing else depends on it. */
export const eventsTable = `
  CREATE TABLE IF NOT EXISTS events (
    number          INTEGER PRIMARY KEY AUTOINCREMENT, -- of one that is gone, too, none comes twice
    organization_id TEXT NOT NULL,
    type            TEXT NOT NULL,
    time            TEXT NOT NULL,
    customer_id     TEXT NOT NULL,
    merged          TEXT -- of a merge: who has the data now, and the customer that is gone
  );
`;

interface Derived {
  readonly type: 'INDEX' | 'TABLE' | 'TRIGGER';
  readonly name: string;
  readonly sql: string;
  /** What puts customers into it whose numbers are above the one and up to the other; absent where the SQL above does so. */
  readonly fill?: string;
}

function index(name: string, columns: string): Derived {
  return { type: 'INDEX', name, sql: `CREATE INDEX ${name} ON customers (organization_id, ${columns})` };
}

/** One that keeps what is derived, so that no write can forget to. */
function trigger(name: string, when: string, sql: string): Derived {
  return { type: 'TRIGGER', name, sql: `CREATE TRIGGER ${name} AFTER ${when} BEGIN ${sql}; END` };
}

const countOne = `
  INSERT INTO totals VALUES (new.organization_id, coalesce(new."primaryAddress.country", ''), 1)
  ON CONFLICT DO UPDATE SET count = count + 1`;
const former = `
  organization_id = old.organization_id AND "primaryAddress.country" = coalesce(old."primaryAddress.country", '')`;
const countOneLess = `
  UPDATE totals SET count = count - 1 WHERE ${former};
  DELETE FROM totals WHERE ${former} AND count = 0`;

/** How many customers wait at most to be indexed for `q`. One alone would cost as much as thirty of them together. */
const batch = 64;

/** What follows from the customers, each with the SQL that makes it of those that there are. */
export const derived: readonly Derived[] = [
  index(indices.foldedId, foldedId),
  index(indices.createdTime, '"createdTime" DESC, id'),
  index(indices.email, '"email"'),
  index(indices.lastName, '"lastName", id'),
  index(indices.country, '"primaryAddress.country", "createdTime" DESC, id'),
  {
    type: 'TABLE',
    name: 'totals',
    sql: `
      CREATE TABLE totals (
        organization_id          TEXT NOT NULL,
        "primaryAddress.country" TEXT NOT NULL, -- empty for those without one
        count                    INTEGER NOT NULL,
        PRIMARY KEY (organization_id, "primaryAddress.country")
      ) WITHOUT ROWID;
      INSERT INTO totals
      SELECT organization_id, coalesce("primaryAddress.country", '') AS country, count(*) FROM customers GROUP BY 1, 2`,
  },
  {
    // Finds whom q may mean, by every three letters in a row. The texts are folded already, and looked at again.
    type: 'TABLE',
    name: 'search',
    sql: `
      CREATE VIRTUAL TABLE search USING fts5 (
        words, tokenize = 'trigram case_sensitive 1', content = '', columnsize = 0, detail = none
      )`,
    fill: 'INSERT INTO search (rowid, words) SELECT number, words FROM customers WHERE number > ? AND number <= ?',
  },
  {
    type: 'TABLE',
    name: 'unsearched',
    sql: `
      CREATE TABLE unsearched (
        number INTEGER PRIMARY KEY,
        words  TEXT -- what the index of q has of it; null for nothing
      )`,
  },
  trigger(
    'many_unsearched',
    `INSERT ON unsearched WHEN (SELECT count(*) FROM unsearched) >= ${batch}`,
    `INSERT INTO search (search, rowid, words) SELECT 'delete', number, words FROM unsearched WHERE words IS NOT NULL;
     INSERT INTO search (rowid, words) SELECT number, customers.words FROM unsearched JOIN customers USING (number);
     DELETE FROM unsearched`,
  ),
  trigger(
    'customer_created',
    'INSERT ON customers',
    `${countOne}; INSERT INTO unsearched VALUES (new.number, NULL) ON CONFLICT DO NOTHING`,
  ),
  trigger(
    'customer_deleted',
    'DELETE ON customers',
    `${countOneLess}; INSERT INTO unsearched VALUES (old.number, old.words) ON CONFLICT DO NOTHING`,
  ),
  trigger(
    'customer_moved',
    `UPDATE OF "primaryAddress.country" ON customers
     WHEN old."primaryAddress.country" IS NOT new."primaryAddress.country"`,
    `${countOneLess}; ${countOne}`,
  ),
  trigger(
    'customer_renamed',
    'UPDATE OF words ON customers WHEN old.words <> new.words',
    'INSERT INTO unsearched VALUES (old.number, old.words) ON CONFLICT DO NOTHING',
  ),
];

/** Drops it, for as long as so many customers are written that it is quicker made at the end. */
export const dropDerived = derived
  .toReversed()
  .map(({ type, name }) => `DROP ${type} ${name};`)
  .join('\n');

/** Whether it is there: `isDerived` is 1 or 0. */
export const isDerived = `SELECT count(*) AS isDerived FROM sqlite_schema WHERE name = '${indices.country}'`;
