import type { Allowance } from '@customer-contracts/schemas';

import type { Clock } from './clock.ts';
import type { ValueLists } from './collection/filter-to-sql.ts';
import type { Credential } from './credentials/credential.ts';
import type { Fault } from './faults/fault.ts';
import type { Cors } from './http/cors.ts';
import type { RandomBytes } from './make-id.ts';
import type { LogEntry } from './request-log.ts';

/** What an emulator is made from. Every option may be left out. */
export interface EmulatorOptions {
  /** The path of the SQLite file, made when it isn't there; `':memory:'` when absent. */
  readonly database?: string;
  /** The most that the database may take, in MB; a write for which there is no room is refused with 507. No limit when absent. */
  readonly databaseLimit?: number;
  /** Who may use it. When absent, one API key with a random secret for the organization `demo`. */
  readonly credentials?: readonly Credential[];
  /** Whether `POST /_provider-states` brings provider states about. False when absent. */
  readonly providerStates?: boolean;
  /** Customers to fill the default organization with, once for each file: `count` of them, made from `seed`. */
  readonly customers?: { readonly count: number; readonly seed: number };
  /** Whether every write is refused with 403. Then the database may be a file that can't be written. False when absent. */
  readonly readOnly?: boolean;
  /** The allowance of writes of each organization, or false for no limit. 3000 in 600 s when absent, as in Rebilly's sandbox. */
  readonly rateLimit?: Allowance | false;
  /** What goes wrong on demand. `POST /_faults` adds more. */
  readonly faults?: readonly Fault[];
  /** The lists of values that `@name` in a filter means, by name. */
  readonly valueLists?: ValueLists;
  /**
   * Which web pages may use it (CORS): all of them, none, or those of these origins. When absent, all where it listens on this
   * machine alone, and none elsewhere.
   */
  readonly cors?: Cors;
  /**
   * Whether `/_requests`, `/_snapshots`, `/_clock` and `/_events` answer. When absent, where it listens on this machine alone. The
   * emulator's own `requests`, `snapshot()`, `clock` and `events` are there in any case.
   */
  readonly admin?: boolean;
  /** Tells the time. The system's clock when absent. */
  readonly clock?: Clock;
  /** Makes random bytes, for ids and secrets: all that is not determined by the requests and the clock. */
  readonly random?: RandomBytes;
  /** Is told of every request when it has been answered. */
  readonly log?: (entry: LogEntry) => void;
}

/** What a listening emulator is made from. */
export interface StartOptions extends EmulatorOptions {
  /** The port to listen at; a free one for 0, or when absent. */
  readonly port?: number;
  /** The address to listen at; `127.0.0.1` when absent. */
  readonly hostname?: string;
}
