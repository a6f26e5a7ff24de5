import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { customerFixtures } from '@customer-contracts/fixtures';

const consumers = ['billing-web', 'crm', 'lead-desk', 'reports'];
const headers = { 'REB-APIKEY': ['placeholder-api-key'] };
const json = { 'Content-Type': ['application/json'] };

/** Pact files, version 4, of several consumers, with so many interactions in all; they go away when disposed of. */
export function largePacts(
  interactions: number,
  count: number = consumers.length,
): Disposable & { readonly directory: string; readonly files: readonly string[] } {
  const directory = mkdtempSync(join(tmpdir(), 'lint-bench-'));
  const each = interactions / count;
  const files = Array.from({ length: count }, (_, part) => {
    const name = consumers[part] ?? `consumer-${part}`;
    const file = join(directory, `${name}.json`);
    const own = Array.from({ length: each }, (_, index) => interactionAt(part * each + index));
    const pact = {
      consumer: { name },
      provider: { name: 'rebilly-customers-api' },
      interactions: own,
      metadata: { pactSpecification: { version: '4.0' } },
    };
    writeFileSync(file, JSON.stringify(pact, null, 2));
    return file;
  });
  return { directory, files, [Symbol.dispose]: () => rmSync(directory, { recursive: true }) };
}

const customers = customerFixtures({ seed: 42 }).complete();

/**
 * Reads and writes of customers and lead sources in turn, each of ten members with a rule for each. Without the
 * organization's own fields: the comparator takes the members of a free map for unknown.
 */
function interactionAt(index: number): object {
  const { _embedded, customFields: _, ...customer } = customers.responses.at(index);
  const { id } = customer;
  const one = `/customers/${id}`;
  const body = tenOf(customer, index);
  const leadSource = tenOf(customers.leadSources.at(index), index);
  const kinds = [
    () => interaction(index, 'get a customer', 'GET', one, undefined, 200, body, '$'),
    () => interaction(index, 'list customers', 'GET', '/customers', undefined, 200, [body], '$[*]'),
    () => interaction(index, 'create a customer', 'POST', '/customers', inputAt(index), 201, body, '$'),
    () => interaction(index, 'get a lead source', 'GET', `${one}/lead-source`, undefined, 200, leadSource, '$'),
  ];
  return kinds[index % kinds.length]?.() ?? {};
}

/** Ten members of a resource, others each time. */
function tenOf(resource: object, index: number): object {
  const members = Object.entries(resource);
  return Object.fromEntries([...members, ...members].slice(index % members.length).slice(0, 10));
}

function inputAt(index: number): object {
  const { customFields: _, ...input } = customers.inputs.at(index);
  return input;
}

function interaction(
  index: number,
  name: string,
  method: string,
  path: string,
  sent: unknown,
  status: number,
  answer: object | readonly object[],
  place: string,
): object {
  const [resource] = [answer].flat();
  const rules: Record<string, object> = {};
  for (const member of Object.keys(resource ?? {})) {
    rules[`${place}.${member}`] = { combine: 'AND', matchers: [{ match: 'type' }] };
  }
  return {
    type: 'Synchronous/HTTP',
    description: `${name} ${index}`,
    providerStates: [{ name: 'a customer exists', params: { id: customers.responses.at(index).id, view: 'complete' } }],
    request: {
      method,
      path,
      headers: sent === undefined ? headers : { ...headers, ...json },
      ...(sent === undefined ? {} : { body: wrapped(sent) }),
    },
    response: { status, headers: json, body: wrapped(answer), matchingRules: { body: rules } },
  };
}

function wrapped(content: unknown): object {
  return { content, contentType: 'application/json', encoded: false };
}
