import type { LiveDatabase } from './database/live-database.ts';
import type { Snapshots } from './snapshots/snapshots.ts';

/** Where customers are kept. */
export interface Storage {
  readonly live: LiveDatabase;
  readonly snapshots: Snapshots;
}
