import { PathId } from '@customer-contracts/schemas';
import type * as z from 'zod';

/** An id that a customer can be written under: a URL drops dots alone, and the request would go somewhere else. */
export const RecordId: z.ZodType<string> = PathId.refine(
  (id) => !/^\.\.?$/.test(id),
  'Must not be dots alone, which a URL drops',
);
