import { pactFromJson, type WrittenPact } from '@customer-contracts/pact-files/internal';
import * as z from 'zod';

/** What a test leaves behind: a pact of one interaction, and where it belongs. */
export interface Shard {
  /** The absolute path of the directory of the pact file. */
  readonly directory: string;
  readonly pact: WrittenPact;
  /** The name of the test; `undefined` where the runner doesn't say it. */
  readonly test: string | undefined;
}

const Line = z.object({ directory: z.string(), pact: z.unknown(), test: z.string().optional() });

/** A shard as the line of a file, without the line break. */
export function formatShard({ directory, pact, test }: Shard): string {
  return JSON.stringify({ directory, pact: pact.json, test });
}

/** Reads the line of a file. Whatever it throws says why the line is none. */
export function parseShard(line: string, file: string): Shard {
  const { directory, pact, test } = Line.parse(JSON.parse(line));
  return { directory, pact: pactFromJson(pact, file), test };
}

/** The environment variable that says where shards go. The vitest plugin sets it, to a fresh directory for each run. */
export const shardsVariable = 'CUSTOMER_PACT_SHARDS';

/** Where shards go by default: beside the pact files, where no publisher takes them for one. */
export const shardsDirectory = '.shards';
