import { customerFixtures, invalidCustomerInputs, invalidLeadSourceInputs } from '@customer-contracts/fixtures';
import { countOf, isList, isPactError, isRecord } from '@customer-contracts/pact-files/internal';
import { type OperationId, operations as table } from '@customer-contracts/schemas';
import { operations, statusesOf } from '@customer-contracts/schemas/plain';

import { prepareInteraction } from '../interaction/run-interaction.ts';
import type { PactIdentity } from '../plan/pact-identity.ts';
import { credentialOf } from './credential-of.ts';
import { type ConsumerTests, type Draft, planOf, type WrittenTest } from './draft.ts';
import { readKinds } from './read-kinds.ts';
import { nothing } from './reading.ts';
import type { Sources } from './sources.ts';

type Traffic = NonNullable<Awaited<ReturnType<Sources['readTraffic']>>>;
type Call = Traffic['calls'][number];

/**
 * The tests of recorded traffic: one for each operation and status. Of its values none is written, because they may be
 * somebody's: ids and bodies are made up, and what is searched for is left out.
 */
export async function testsFromTraffic(
  traffic: Traffic,
  { consumer, source, directory }: { readonly consumer: string; readonly source: string; readonly directory: string },
): Promise<ConsumerTests> {
  const identity: PactIdentity = { consumer, provider: 'rebilly-customers-api', directory, seed: 1, customFields: {} };
  const cells = Map.groupBy(traffic.calls, ({ id, entry }) => `${id} ${entry.response.status}`);
  const tests: WrittenTest[] = [];
  for (const [cell, calls] of cells) {
    const origin = `${source}, ${countOf(calls.length, 'call')}`;
    tests.push(await testOf({ cell, calls, origin }, traffic, identity));
  }
  return { consumer, provider: identity.provider, customFields: {}, tests };
}

/** The calls that one test is written of. */
interface CalledCell {
  readonly cell: string;
  readonly calls: readonly Call[];
  readonly origin: string;
}

async function testOf(
  { cell, calls, origin }: CalledCell,
  traffic: Traffic,
  identity: PactIdentity,
): Promise<WrittenTest> {
  const [first] = calls;
  if (first === undefined) throw new TypeError(`There is no call of ${cell}.`);
  const { id, entry } = first;
  const { status } = entry.response;
  const { summary } = table[id];
  const named = { origin, title: `${summary.charAt(0).toLowerCase()}${summary.slice(1)}: ${status}` };
  const statuses: readonly number[] = statusesOf(id);
  const refused = (reason: string): WrittenTest => ({ ...named, draft: undefined, remarks: [reason] });
  if (!statuses.includes(status)) return refused(`The API documents no status ${status} of ${id}.`);
  const { call, remarks } = callFrom(first, calls, status);
  const read = readingFrom(id, status, traffic);
  const draft: Draft = {
    operationId: id,
    call,
    status,
    credential: credentialOf(
      entry.request.headers.map(({ name }) => name),
      id,
    ),
    description: undefined,
    ...read,
    given: [],
    ownStates: [],
    allowed: new Map(),
    matchers: new Map(),
    isPending: false,
  };
  try {
    await prepareInteraction(planOf(draft, identity));
  } catch (error) {
    if (!isPactError(error)) throw error;
    return refused(error.message);
  }
  const members = read.reading === undefined ? [] : [everythingSeen];
  return { ...named, draft, remarks: [...remarks, ...members] };
}

const everythingSeen = 'It reads all documented members that came: delete those that your code does not read.';

/** What every answer with this status showed. Of a list, one of its elements. */
function readingFrom(id: OperationId, status: number, { shape }: Traffic): Pick<Draft, 'reading' | 'headers'> {
  const documented = operations[id].responses[status];
  const seen = shape.operations[id]?.responses[status];
  const names = Object.keys(documented?.headers ?? {});
  const headers = names.filter((name) => Object.hasOwn(seen?.headers ?? {}, name.toLowerCase()));
  if (documented?.body === undefined || seen?.body === undefined) return { reading: undefined, headers };
  const reading = readKinds(documented.body, seen.body);
  if (reading?.shape.kind !== 'list') return { reading, headers };
  const { element } = reading.shape;
  return {
    reading: element.shape.kind === 'anything' ? nothing : element,
    headers,
  };
}

/** A call as the first that can be told, with values that are nobody's. */
function callFrom(
  { id, pathParameters, query }: Call,
  calls: readonly Call[],
  status: number,
): { readonly call: Draft['call']; readonly remarks: readonly string[] } {
  const left = new Set([...query.keys()].filter((name) => !isPlainParameter(name)));
  const known = operations[id].query.shape;
  const parameters = [...query].flatMap(([name, value]): (readonly [string, unknown])[] => {
    if (name === 'targetCustomerId') return [[name, 'cus_02']];
    if (!isPlainParameter(name)) return [];
    const kind = known.kind === 'object' && Object.hasOwn(known.members, name) ? known.members[name]?.shape.kind : '';
    if (kind === 'list') return [[name, value.split(',').map((each) => each.trim())]];
    return kind === '' || kind === undefined ? [] : [[name, kind === 'number' ? Number(value) : value]];
  });
  const bodies = calls.flatMap(({ entry }) => parsed(entry.request.postData?.text) ?? []);
  const takesBody = operations[id].body !== undefined;
  const body = takesBody ? { body: bodyFor(id, status, bodies) } : {};
  const ids = Object.keys(pathParameters).map((name) => [name, 'cus_01'] as const);
  return {
    call: { ...Object.fromEntries([...ids, ...parameters]), ...body },
    remarks: [
      ...(left.size === 0
        ? []
        : [`It was called with ${[...left].join(', ')}, left out here: the values may be somebody's.`]),
      ...(calls.length > 1 && query.size > 0 ? ['The other calls may have had another query.'] : []),
    ],
  };
}

/** Parameters whose values say nothing about anybody. */
function isPlainParameter(name: string): boolean {
  return ['limit', 'offset', 'sort', 'fields', 'expand', 'targetCustomerId'].includes(name);
}

/** A body with the members that were sent, and made-up values. */
function bodyFor(id: OperationId, status: number, sent: readonly unknown[]): unknown {
  const isOfCustomer = table[id].takes === 'customer';
  if (status === 422) {
    const [invalid] = isOfCustomer ? invalidCustomerInputs() : invalidLeadSourceInputs();
    return invalid?.body;
  }
  const fixtures = customerFixtures({ seed: 1 }).complete();
  const whole: unknown = isOfCustomer ? fixtures.inputs.at(0) : fixtures.leadSourceInputs.at(0);
  const [first = {}] = sent;
  return pick(whole, first);
}

/** Of a made-up value, what the sent one has. */
function pick(made: unknown, sent: unknown): unknown {
  if (sent === null) return null;
  if (isList(made) && isList(sent)) return made.slice(0, sent.length);
  if (!isRecord(made) || !isRecord(sent)) return made;
  const names = Object.keys(sent).filter((name) => Object.hasOwn(made, name));
  return Object.fromEntries(names.map((name) => [name, pick(made[name], sent[name])]));
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
