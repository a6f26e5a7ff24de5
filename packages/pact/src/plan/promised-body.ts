import { operations } from '@customer-contracts/schemas';
import * as z from 'zod';

import { JsonSchema } from '@customer-contracts/pact-files/internal';
import type { InteractionPlan } from './interaction-plan.ts';

const known = new Map<string, JsonSchema>();

/** What the API promises about the body of an answer, as JSON Schema; `undefined` where the answer has none. */
export function promiseOf({ operationId, status }: InteractionPlan): JsonSchema | undefined {
  const cell = `${operationId} ${status}`;
  const cached = known.get(cell);
  if (cached !== undefined) return cached;
  const responses: Readonly<Record<number, { readonly body: z.ZodType | undefined }>> =
    operations[operationId].responses;
  const body = status === undefined ? undefined : responses[status]?.body;
  if (body === undefined) return undefined;
  const promise = JsonSchema.parse(z.toJSONSchema(body, { io: 'input' }));
  known.set(cell, promise);
  return promise;
}
