import { collectionLimits, formatLocation, responseOf, sandboxAllowance } from '@customer-contracts/schemas';

import { InteractionError } from '../plan/interaction-error.ts';
import type { ResolvedInteraction } from '../plan/resolve-interaction.ts';
import type { MatchedText } from './interaction-definition.ts';

const integer = '^\\d+$';
const jsonContent: MatchedText = { example: 'application/json', pattern: '^application/([^;]+\\+)?json(\\s*;.*)?$' };

/** The headers of an answer: its content type where it has a body, and those that the consumer reads. */
export function responseHeaders(interaction: ResolvedInteraction, body: unknown): ReadonlyMap<string, MatchedText> {
  const read = interaction.headers.map((name) => [name, headerNamed(name, interaction, body)] as const);
  return new Map([...(body === undefined ? [] : [['Content-Type', jsonContent] as const]), ...read]);
}

/** @throws {InteractionError} when the API doesn't document the header for the answer. */
function headerNamed(name: string, interaction: ResolvedInteraction, body: unknown): MatchedText {
  const { operationId, status, cell } = interaction;
  const header = examples[name]?.(interaction, body);
  if (header !== undefined && Object.hasOwn(responseOf(operationId, status)?.headers ?? {}, name)) return header;
  throw new InteractionError(
    `Failed to describe ${cell}: the API documents no header ${name} there. Leave it out.`,
    cell,
  );
}

type Example = (interaction: ResolvedInteraction, body: unknown) => MatchedText | undefined;

/** What each documented header is: an example, and a pattern that takes whatever the API documents. */
const examples: Readonly<Record<string, Example>> = {
  'Pagination-Total': (_, body) => count(Array.isArray(body) ? body.length : 0),
  'Pagination-Limit': ({ call }) => count(call['limit'] ?? collectionLimits.limit.unasked),
  'Pagination-Offset': ({ call }) => count(call['offset'] ?? collectionLimits.offset.unasked),
  'X-RateLimit-Limit': () => count(sandboxAllowance.limit),
  'X-RateLimit-Remaining': () => count(sandboxAllowance.limit - 1),
  'X-RateLimit-Retry-After': () => count(1_713_187_500),
  Location: ({ cell, call }) => {
    const { id } = call;
    const example = formatLocation(cell, { id: typeof id === 'string' ? id : 'cus_0YV7DDSDD1C8DA64KHH2W33CPF' });
    // Absolute or relative, with or without the organization: all of them occur.
    const pattern = '^(https?://[^/]+)?(/organizations/[^/]+)?/customers/[^/]+(/lead-source)?$';
    return example === undefined ? undefined : { example, pattern };
  },
};

function count(value: unknown): MatchedText {
  return { example: String(value), pattern: integer };
}
