import { collectionLimits, resources, responseOf, sandboxAllowance } from '@customer-contracts/schemas';
import * as z from 'zod';

import type { TriedDocument } from '../api/tried-document.ts';
import { InteractionError } from '../plan/interaction-error.ts';
import type { ResolvedInteraction } from '../plan/resolve-interaction.ts';
import type { MatchedText } from './interaction-definition.ts';
import { escapeRegex } from './matching-rule.ts';

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
  const documented = new Map(Object.entries(responseOf(operationId, status)?.headers ?? {}));
  const schema = documented.get(name);
  if (schema !== undefined) {
    const usual = examples[name]?.(interaction, body) ?? anyValueOf(schema);
    return interaction.tried === undefined ? usual : headerOfDocument(name, usual, interaction, interaction.tried);
  }
  throw new InteractionError(
    `Failed to describe ${cell}: the API documents no header ${name} there. Leave it out.`,
    cell,
  );
}

/** @throws {InteractionError} when the document that the run is tried on has no such header there. */
function headerOfDocument(
  name: string,
  usual: MatchedText,
  { cell }: ResolvedInteraction,
  tried: TriedDocument,
): MatchedText {
  const header = tried.header(cell, name, usual.example);
  if (header !== undefined) return header.value === usual.example ? usual : anyText(header.value);
  throw new InteractionError(
    `Failed to run ${cell}: ${tried.name} documents no header ${name} there. Do without it.`,
    cell,
  );
}

/** A header that may have any value, and has this one. */
export function anyText(example: string): MatchedText {
  return { example, pattern: '^.+$' };
}

type Example = (interaction: ResolvedInteraction, body: unknown) => MatchedText | undefined;

/** Headers whose value follows from the call or the answer: an example, and a pattern that takes whatever the API documents. */
const examples: Readonly<Record<string, Example>> = {
  'Pagination-Total': (_, body) => count(Array.isArray(body) ? body.length : 0),
  'Pagination-Limit': ({ call }) => count(call['limit'] ?? collectionLimits.limit.unasked),
  'Pagination-Offset': ({ call }) => count(call['offset'] ?? collectionLimits.offset.unasked),
  'X-RateLimit-Limit': () => count(sandboxAllowance.limit),
  'X-RateLimit-Remaining': () => count(sandboxAllowance.limit - 1),
  'X-RateLimit-Retry-After': () => count(1_713_187_500),
  Location: ({ content, call }) =>
    content.kind === 'one' ? location(resources[content.resource].path, call) : undefined,
};

function anyValueOf(schema: z.ZodType): MatchedText {
  return schema instanceof z.ZodNumber ? count(1) : anyText('example');
}

/** Absolute or relative, with or without the organization: all of them occur. */
function location(path: string, call: Readonly<Record<string, unknown>>): MatchedText {
  const example = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = call[name];
    return encodeURIComponent(typeof value === 'string' ? value : 'cus_0YV7DDSDD1C8DA64KHH2W33CPF');
  });
  const anyOfThem = path
    .split(/\{\w+\}/)
    .map(escapeRegex)
    .join('[^/]+');
  return { example, pattern: `^(https?://[^/]+)?(/organizations/[^/]+)?${anyOfThem}$` };
}

function count(value: unknown): MatchedText {
  return { example: String(value), pattern: integer };
}
