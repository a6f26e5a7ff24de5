import type { WrittenPact } from '@customer-contracts/pact-files/internal';

/** What a test leaves behind: a pact of one interaction, and where it belongs. */
export interface Shard {
  /** The absolute path of the directory of the pact file. */
  readonly directory: string;
  readonly pact: WrittenPact;
  /** The name of the test; `undefined` where the runner doesn't say it. */
  readonly test: string | undefined;
}

/** The environment variable that says where shards go. The vitest plugin sets it, to a fresh directory for each run. */
export const shardsVariable = 'CUSTOMER_PACT_SHARDS';

/** Where shards go by default: beside the pact files, where no publisher takes them for one. */
export const shardsDirectory = '.shards';

/** The file among a command's shards by which vitest's plugin says that its own run needs nobody else. */
export const settledFile = 'settled';
