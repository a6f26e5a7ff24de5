import { existsSync, readFileSync } from 'node:fs';

import { isCell } from '@customer-contracts/schemas';
import * as z from 'zod';

import { Variant } from '../document/variant.ts';
import { PactFileError } from '../pact-file-error.ts';
import type { Verification } from './verification.ts';

const VerificationFile = z.object({
  interactions: z.array(
    z.object({
      consumer: z.string(),
      description: z.string(),
      cell: z.string().refine(isCell).exactOptional(),
      variant: Variant.exactOptional(),
      states: z.array(z.string()),
      isPassed: z.boolean(),
      isVerifiable: z.boolean(),
      isPending: z.boolean(),
      duration: z.number(),
      reasons: z.array(z.string()),
    }),
  ),
});

/** The result of `verifyProvider` that a file holds as JSON. @throws {PactFileError} when it holds something else. */
export function readVerification(file: string): Verification {
  try {
    return VerificationFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    const received = existsSync(file) ? 'it is no result of verifyProvider' : 'there is no such file';
    const advice = 'Write one: JSON.stringify(await verifyProvider(...)).';
    throw new PactFileError(`Failed to read ${file}: ${received}. ${advice}`, [file], { cause });
  }
}
