import { createHash } from 'node:crypto';

import { type Variant, type JsonSchema, schemaNode, type SchemaNode } from '@customer-contracts/pact-files/internal';

import type { ResolvedInteraction } from '../plan/resolve-interaction.ts';

const longestList = 160;

/**
 * The sentence that names an interaction in the pact: the operation, its query, the status, the variant and the members
 * read, as in `get a customer: 200, complete, reading email, id`.
 */
export function describeInteraction(interaction: ResolvedInteraction, variant: Variant | undefined): string {
  const { description, operation, status, call, reader, headers, credential } = interaction;
  const suffix = variant === undefined ? '' : `, ${variant}`;
  if (description !== undefined) return `${description}${suffix}`;
  const { summary } = operation;
  const what = `${summary.charAt(0).toLowerCase()}${summary.slice(1)}${describeQuery(interaction)}`;
  // Of many bodies that break a rule, each is an interaction of its own.
  const broken = status === 422 && typeof call['name'] === 'string' ? `, ${call['name']}` : '';
  const members = reader === undefined ? [] : readMembers(reader);
  const reading = members.length === 0 ? '' : `, reading ${listMembers(members)}`;
  const withHeaders = headers.length === 0 ? '' : `, with ${headers.join(', ')}`;
  const by = credential === 'apiKey' ? '' : `, by ${credential}`;
  return `${what}: ${status}${broken}${suffix}${reading}${withHeaders}${by}`;
}

function describeQuery({ operation, call }: ResolvedInteraction): string {
  const names = Object.keys(operation.query.shape).filter((name) => call[name] !== undefined);
  return names.length === 0 ? '' : ` by ${names.map((name) => `${name}=${String(call[name])}`).join(' and ')}`;
}

/** A long list is cut, and told apart from its like by a short digest. */
function listMembers(members: readonly string[]): string {
  const text = members.join(', ');
  if (text.length <= longestList) return text;
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return `${members.length} members (${digest})`;
}

/**
 * The paths of the members that a schema names, in alphabetical order: `primaryAddress.city`, `tags[].name`. A member
 * that holds no named members itself is a path; recursion ends at the second round.
 */
export function readMembers(schema: JsonSchema): readonly string[] {
  return [...new Set(membersOf(schemaNode(schema), '', []))].toSorted();
}

function membersOf(node: SchemaNode, path: string, above: readonly JsonSchema[]): readonly string[] {
  const inner = node.options.flatMap((option) => {
    if (above.includes(option)) return [];
    const next = [...above, option];
    if (typeof option.items === 'object') return membersOf(schemaNode(option.items, node.root), `${path}[]`, next);
    return Object.entries(option.properties ?? {}).flatMap(([name, member]) =>
      membersOf(schemaNode(member, node.root), path === '' || path === '[]' ? name : `${path}.${name}`, next),
    );
  });
  return inner.length > 0 || path === '' ? inner : [path];
}
