import { formatPath, operations } from '@customer-contracts/schemas';

import type { MatchedText } from '../contract/interaction-definition.ts';
import type { InteractionPlan } from '../plan/interaction-plan.ts';
import { InteractionError } from '../plan/interaction-error.ts';

const integer = '^\\d+$';

/** The headers of an answer: its content type where it has a body, and those that the consumer reads. */
export function answerHeaders(plan: InteractionPlan, body: unknown): ReadonlyMap<string, MatchedText> {
  const content: MatchedText = { example: 'application/json', pattern: '^application/([^;]+\\+)?json(\\s*;.*)?$' };
  const read = plan.headers.map((name) => [name, headerOf(plan, name, body)] as const);
  return new Map([...(body !== undefined ? [['Content-Type', content] as const] : []), ...read]);
}

function headerOf({ operationId, call, status }: InteractionPlan, name: string, body: unknown): MatchedText {
  const { limit = 100, offset = 0, id = 'cus_0YV7DDSDD1C8DA64KHH2W33CPF' } = call;
  const path = formatPath(operationId === 'postCustomer' ? 'getCustomer' : operationId, { id: String(id) });
  const headers: Readonly<Record<string, MatchedText>> = {
    'Pagination-Total': { example: String(Array.isArray(body) ? body.length : 0), pattern: integer },
    'Pagination-Limit': { example: String(limit), pattern: integer },
    'Pagination-Offset': { example: String(offset), pattern: integer },
    'X-RateLimit-Limit': { example: '3000', pattern: integer },
    'X-RateLimit-Remaining': { example: '2999', pattern: integer },
    'X-RateLimit-Retry-After': { example: '1713187500', pattern: integer },
    // Absolute or relative, with or without the organization: all of them occur.
    Location: { example: path, pattern: '^(https?://[^/]+)?(/organizations/[^/]+)?/customers/[^/]+(/lead-source)?$' },
  };
  const header = headers[name];
  const responses: Readonly<Record<number, { readonly headers: object }>> = operations[operationId].responses;
  if (header === undefined || status === undefined || !(name in (responses[status]?.headers ?? {}))) {
    throw new InteractionError(
      `Failed to describe ${operationId} ${status}: the API documents no header ${name} there. Leave it out.`,
      `${operationId} ${status}`,
    );
  }
  return header;
}
