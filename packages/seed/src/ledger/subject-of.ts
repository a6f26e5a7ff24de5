import { createHash } from 'node:crypto';

import type { Run } from '../run.ts';
import type { Subject } from './ledger.ts';

/** What the journal and the ledger of a run are about. */
export function subjectOf({ target, records }: Run): Subject {
  const digest = createHash('sha256');
  // Another version of the fixtures may make others of the same seed: the first one tells.
  for (const record of records.walk({ from: 0, to: 1 })) digest.update(JSON.stringify(record));
  return { to: target.server, records: `${records.description} first=sha256:${digest.digest('hex')}` };
}
