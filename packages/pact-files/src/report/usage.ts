import { styleText } from 'node:util';

import { harmless } from '@customer-contracts/schemas/internal';
import { operationIds, operations, type ObjectShape, type Place } from '@customer-contracts/schemas/plain';

import type { PactDocument } from '../document/pact-document.ts';
import { documentedInteractions } from '../documented/documented-interaction.ts';
import { isList, isRecord } from '../json/json-value.ts';
import { code, markdownText } from './markdown-text.ts';
import { columns, markdownTable } from './text-table.ts';

/** Who reads a member of what the API answers. */
export interface MemberUsage {
  /** The name of the schema, as `@customer-contracts/schemas` exports it: `Customer`, `LeadSource`, `NotFoundProblem`. */
  readonly schema: string;
  /** The path of the member: `primaryAddress.emails[].value`. */
  readonly member: string;
  /** The consumers that read it, in alphabetical order. */
  readonly consumers: readonly ConsumerUsage[];
}

/** How much a consumer reads of a member. */
export interface ConsumerUsage {
  readonly consumer: string;
  /** How many of its interactions have the member in their answer. */
  readonly interactions: number;
}

/**
 * Which consumer reads which member of the API's answers: the members that the bodies of pacts have. By schema, and
 * in the order in which the API documents the members; those that nobody reads are left out.
 */
export function usage(pacts: readonly PactDocument[]): readonly MemberUsage[] {
  const reads = pacts.flatMap((pact) =>
    documentedInteractions(pact).flatMap(({ answer, response }) => {
      const schema = shapeAnswered(answer?.body)?.name;
      if (schema === undefined || response.body === undefined) return [];
      return [...new Set(membersOf(response.body))].map((member) => ({ schema, member, consumer: pact.consumer }));
    }),
  );
  const byMember = Map.groupBy(reads, ({ schema, member }) => `${schema} ${member}`);
  return [...byMember.values()]
    .flatMap((group) => {
      const [first] = group;
      return first === undefined
        ? []
        : [{ schema: first.schema, member: first.member, consumers: countConsumers(group) }];
    })
    .toSorted((one, other) => (positionOf(one) < positionOf(other) ? -1 : 1));
}

/** What a body holds; of a list, what one element is. */
function shapeAnswered(body: Place | undefined): ObjectShape | undefined {
  if (body?.shape.kind === 'list') return shapeAnswered(body.shape.element);
  return body?.shape.kind === 'object' ? body.shape : undefined;
}

/** The names of the members of what is answered, by the name of its schema, as the API documents them. */
const membersByName: ReadonlyMap<string | undefined, readonly string[]> = new Map(
  operationIds
    .flatMap((id) => Object.values(operations[id].responses))
    .map(({ body }) => shapeAnswered(body))
    .map((shape) => [shape?.name, Object.keys(shape?.members ?? {})]),
);

function countConsumers(reads: readonly { readonly consumer: string }[]): readonly ConsumerUsage[] {
  return [...Map.groupBy(reads, ({ consumer }) => consumer)]
    .map(([consumer, group]) => ({ consumer, interactions: group.length }))
    .toSorted((one, other) => (one.consumer < other.consumer ? -1 : 1));
}

/** The paths of the members of a body that have none themselves; of a collection, those of one resource. */
function membersOf(value: unknown, path = ''): readonly string[] {
  if (isList(value)) {
    const inner = value.flatMap((each) => membersOf(each, path === '' ? '' : `${path}[]`));
    return inner.length === 0 && path !== '' ? [path] : inner;
  }
  if (!isRecord(value) || Object.keys(value).length === 0) return path === '' ? [] : [path];
  return Object.entries(value).flatMap(([name, member]) => membersOf(member, path === '' ? name : `${path}.${name}`));
}

/** Text that sorts by schema, then as the API documents its members, then by name. */
function positionOf({ schema, member }: MemberUsage): string {
  const members = membersByName.get(schema) ?? [];
  const position = members.indexOf(member.split(/[.[]/)[0] ?? '');
  return `${schema} ${String(position === -1 ? members.length : position).padStart(3, '0')} ${member}`;
}

/** Who reads which member as a table for people. No line break at the end. */
export function usageTable(usages: readonly MemberUsage[]): string {
  const [title = '', ...lines] = columns([head, ...usages.map(cellsOf)]);
  return [styleText('bold', title), ...lines].join('\n');
}

/** The same as a table of GitHub's Markdown. */
export function usageMarkdown(usages: readonly MemberUsage[]): string {
  return markdownTable(
    head,
    usages.map((usage) => {
      const [schema = '', member = '', readers = ''] = cellsOf(usage);
      return [schema, code(member), markdownText(readers)];
    }),
  );
}

const head = ['schema', 'member', 'read by'];

function cellsOf({ schema, member, consumers }: MemberUsage): readonly string[] {
  const readers = consumers.map(({ consumer, interactions }) => `${consumer} (${interactions})`);
  return [schema, harmless(member), harmless(readers.join(', '))];
}
