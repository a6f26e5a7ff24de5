import * as z from 'zod';

import { PactFile } from './pact-file.ts';

/**
 * What a test leaves behind: a pact of one interaction, the directory of the pact file that it belongs to, and the name of
 * the test where the runner says it.
 */
export const Shard = z.object({ directory: z.string(), pact: PactFile, test: z.string().optional() });
/** What a test leaves behind: a pact of one interaction, and the directory of the pact file that it belongs to. */
export type Shard = z.infer<typeof Shard>;

/** The environment variable that says where shards go. The vitest plugin sets it, to a fresh directory for each run. */
export const shardsVariable = 'CUSTOMER_PACT_SHARDS';

/** Where shards go by default: beside the pact files, where no publisher takes them for one. */
export const shardsDirectory = '.shards';
