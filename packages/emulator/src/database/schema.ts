/** Goes up with every change of {@link schema}. */
export const schemaVersion = 2;

/** A member of the customer in SQL, as filters and sorts compare it. An index finds it only when it is written alike. */
export function compared(path: string): string {
  return `json_extract(compared, '${path}')`;
}

/**
 * A body is the JSON text of the answer, so that reading a customer is one look-up and no parsing. Lists are filtered and
 * ordered by what stands before it, parsed when it was written. It is last, because SQLite reads a row from its start.
 */
export const schema = `
  CREATE TABLE customers (
    organization_id TEXT NOT NULL,
    id              TEXT NOT NULL,
    words           TEXT NOT NULL, -- what q looks into, folded to lower case
    compared        BLOB NOT NULL, -- what filters and sorts compare, in JSONB
    embedded        TEXT NOT NULL, -- related resources that exist nowhere else, by name, for expand
    body            TEXT NOT NULL,
    UNIQUE (organization_id, id)
  );
  -- What looks at every customer meets them in the order of the file by it: at 60,000 in half the time.
  CREATE INDEX customers_by_organization ON customers (organization_id);
  CREATE INDEX customers_by_time  ON customers (organization_id, ${compared('$."createdTime"')} DESC, id);
  CREATE INDEX customers_by_email ON customers (organization_id, ${compared('$."email"')});

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
