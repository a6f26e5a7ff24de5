/** Goes up with every change of {@link schema}. */
export const schemaVersion = 1;

/**
 * A body is the JSON text of the answer, so that reading a customer is one look-up and no parsing. The columns beside it
 * are what lists are ordered and searched by; all else is looked up inside the body.
 */
export const schema = `
  CREATE TABLE customers (
    organization_id TEXT NOT NULL,
    id              TEXT NOT NULL,
    body            TEXT NOT NULL,
    embedded        TEXT NOT NULL, -- related resources that exist nowhere else, by name, for expand
    created_at      INTEGER,       -- ms since 1970
    email           TEXT,          -- folded to lower case
    words           TEXT NOT NULL, -- what q looks into, folded to lower case
    UNIQUE (organization_id, id)
  );
  CREATE INDEX customers_by_time  ON customers (organization_id, created_at DESC, id);
  CREATE INDEX customers_by_email ON customers (organization_id, email);

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
