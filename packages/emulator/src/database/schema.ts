import { type ComparedColumn, comparedColumns } from './customer-columns.ts';

/** Goes up with every change of {@link schema}, and so of the fields that filters can name. */
export const schemaVersion = 3;

/** The name of a column in SQL. */
export function quoted(column: string): string {
  return `"${column}"`;
}

/** What lists find customers by, and their order, apart from the id. It changes seldom. */
export const indexedColumns: readonly string[] = ['createdTime', 'email', 'lastName', 'primaryAddress.country', 'words'];

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

/** How many customers wait at most to be indexed for `q`. One alone would cost as much as thirty of them together. */
const batch = 64;

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

const counted = `INSERT INTO totals VALUES (new.organization_id, coalesce(new."primaryAddress.country", ''), 1)
      ON CONFLICT DO UPDATE SET count = count + 1;`;
const former = `organization_id = old.organization_id AND "primaryAddress.country" = coalesce(old."primaryAddress.country", '')`;
const uncounted = `UPDATE totals SET count = count - 1 WHERE ${former};
    DELETE FROM totals WHERE ${former} AND count = 0;`;

/**
 * A body is the JSON text of the answer, so that reading a customer is one look-up and no parsing. What lists compare
 * stands in a table of its own, in columns: what looks at every customer reads a third of the file, and parses nothing.
 *
 * Triggers keep what is derived from it, so that no write can forget to.
 */
export const schema = `
  CREATE TABLE customers (
    number          INTEGER PRIMARY KEY,
    organization_id TEXT NOT NULL,
    id              TEXT NOT NULL,
    words           TEXT NOT NULL, -- what q looks into, folded to lower case
    ${comparedColumns.map(({ name, type }) => `${quoted(name)} ${affinities[type]}`).join(',\n    ')}
  );
  CREATE UNIQUE INDEX ${indices.id} ON customers (organization_id, id);
  CREATE INDEX ${indices.foldedId} ON customers (organization_id, ${foldedId});
  CREATE INDEX ${indices.createdTime} ON customers (organization_id, "createdTime" DESC, id);
  CREATE INDEX ${indices.email} ON customers (organization_id, "email");
  CREATE INDEX ${indices.lastName} ON customers (organization_id, "lastName", id);
  CREATE INDEX ${indices.country}
    ON customers (organization_id, "primaryAddress.country", "createdTime" DESC, id);

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

  CREATE TABLE totals (
    organization_id          TEXT NOT NULL,
    "primaryAddress.country" TEXT NOT NULL, -- empty for those without one
    count                    INTEGER NOT NULL,
    PRIMARY KEY (organization_id, "primaryAddress.country")
  ) WITHOUT ROWID;
  CREATE TRIGGER customer_created AFTER INSERT ON customers BEGIN
    ${counted}
    INSERT INTO unsearched VALUES (new.number, NULL) ON CONFLICT DO NOTHING;
  END;
  CREATE TRIGGER customer_deleted AFTER DELETE ON customers BEGIN
    ${uncounted}
    INSERT INTO unsearched VALUES (old.number, old.words) ON CONFLICT DO NOTHING;
    DELETE FROM bodies WHERE number = old.number;
    DELETE FROM lead_sources WHERE number = old.number;
  END;
  CREATE TRIGGER customer_moved AFTER UPDATE OF "primaryAddress.country" ON customers
  WHEN old."primaryAddress.country" IS NOT new."primaryAddress.country" BEGIN
    ${uncounted}
    ${counted}
  END;
  CREATE TRIGGER customer_renamed AFTER UPDATE OF words ON customers WHEN old.words <> new.words BEGIN
    INSERT INTO unsearched VALUES (old.number, old.words) ON CONFLICT DO NOTHING;
  END;

  -- Finds whom q may mean, by every three letters in a row. The texts are folded already, and looked at again.
  CREATE VIRTUAL TABLE search USING fts5 (
    words, tokenize = 'trigram case_sensitive 1', content = '', columnsize = 0, detail = none
  );
  CREATE TABLE unsearched (
    number INTEGER PRIMARY KEY,
    words  TEXT -- what is in the index of it; null for nothing
  );
  CREATE TRIGGER many_unsearched AFTER INSERT ON unsearched WHEN (SELECT count(*) FROM unsearched) >= ${batch} BEGIN
    INSERT INTO search (search, rowid, words) SELECT 'delete', number, words FROM unsearched WHERE words IS NOT NULL;
    INSERT INTO search (rowid, words) SELECT number, customers.words FROM unsearched JOIN customers USING (number);
    DELETE FROM unsearched;
  END;

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
