import {
  acceptsCredential,
  type AnswerContent,
  cells,
  contentOf,
  credentialSchemes,
  formatCredential,
  formatLocation,
  isSafe,
  listedBy,
  mayRepeat,
  methods,
  type Operation,
  operationIds,
  operations,
  primaryEmail,
  Problem,
  problems,
  type ProviderState,
  providerStateNames,
  providerStates,
  type Resource,
  type ResourceName,
  resources,
  responseOf,
  securitySchemes,
  stateNameOf,
  stateNameOfSentence,
  writableMembers,
} from '@customer-contracts/schemas';
import { expect, test } from 'vitest';
import * as z from 'zod';

const resource = (name: ResourceName): Resource => resources[name];
const operation = (id: (typeof operationIds)[number]): Operation => operations[id];

/** The schema of what an answer holds. */
function schemaOf(content: AnswerContent): z.ZodType | undefined {
  switch (content.kind) {
    case 'none':
      return undefined;
    case 'problem':
      return problems[content.status].schema;
    case 'one':
    case 'list':
      return resource(content.resource).schema;
    default:
      return content satisfies never;
  }
}

test('each answer holds what its body is the schema of', () => {
  for (const id of operationIds) {
    for (const [status, { content, body }] of Object.entries(operation(id).responses)) {
      const isList = body instanceof z.ZodArray;
      expect(isList ? body.element : body, `${id} ${status}`).toBe(schemaOf(content));
      expect(isList).toBe(content.kind === 'list');
      expect(content.kind === 'problem' ? content.status : Number(status)).toBe(Number(status));
    }
  }
  expect(cells.filter((cell) => contentOf(cell).kind === 'none')).toEqual([
    'deleteCustomer 204',
    'deleteCustomerLeadSource 204',
  ]);
});

test('a body is that of the resource that the operation takes', () => {
  for (const { takes, body, method } of operationIds.map(operation)) {
    expect(body).toBe(takes === undefined ? undefined : resource(takes).input);
    expect(methods[method].hasBody).toBe(takes !== undefined);
  }
});

test('what Location names can be got there', () => {
  for (const cell of cells.filter((each) => formatLocation(each, {}) !== undefined)) {
    const content = contentOf(cell);
    const path = 'resource' in content ? resource(content.resource).path : undefined;
    const getting = operationIds.map(operation).filter((each) => each.method === 'GET' && each.path === path);
    expect(getting.map(({ responses }) => responses[200]?.content)).toEqual([content]);
  }
});

test('what works only once is a member of the input, and is never read', () => {
  for (const { schema, input, singleUse } of Object.values<Resource>(resources)) {
    for (const name of singleUse) {
      expect(input?.shape).toHaveProperty(name);
      expect(schema.shape).not.toHaveProperty(name);
    }
  }
});

test('the writable members of a customer are those that are read too', () => {
  expect([...writableMembers('customer')]).toEqual([
    'websiteId',
    'preferredPayoutInstrumentId',
    'customFields',
    'locale',
    'personId',
    'notificationEmails',
    'primaryAddress',
    'taxNumbers',
  ]);
});

test('an answer with Location names the path of what it holds', () => {
  const located = cells.filter((cell) => formatLocation(cell, { id: 'a@b' }) !== undefined);
  expect(located.map((cell) => [cell, formatLocation(cell, { id: 'a@b' })])).toEqual([
    ['postCustomer 201', '/customers/a%40b'],
    ['putCustomer 201', '/customers/a%40b'],
    ['putCustomerLeadSource 201', '/customers/a%40b/lead-source'],
  ]);
});

test('customers are listed, and nothing else', () => {
  expect(operationIds.map((id) => [id, listedBy(id)]).filter(([, name]) => name !== undefined)).toEqual([
    ['getCustomerCollection', 'customer'],
  ]);
});

test('what only reads may be repeated, and of the writes those that leave the same behind', () => {
  for (const id of operationIds.filter(isSafe)) expect(mayRepeat(id)).toBe(true);
  expect(operationIds.filter((id) => !mayRepeat(id, {}))).toEqual(['postCustomer', 'putCustomerLeadSource']);
  expect(mayRepeat('putCustomer', { paymentToken: 'tok' })).toBe(false);
  expect(mayRepeat('putCustomer', { paymentToken: undefined })).toBe(true);
});

test('an answer that is not documented is none', () => {
  expect(responseOf('getCustomer', 409)).toBeUndefined();
  expect(() => void Reflect.apply(contentOf, undefined, ['getCustomer 409'])).toThrow(
    new TypeError('Failed to find the answer "getCustomer 409": the API documents none. Give one of `cells`.'),
  );
});

test('every security scheme is that of one kind of credential', () => {
  expect(Object.values(credentialSchemes).toSorted()).toEqual(Object.keys(securitySchemes).toSorted());
  expect(acceptsCredential('getCustomer', 'applicationJwt')).toBe(true);
  expect(acceptsCredential('postCustomer', 'applicationJwt')).toBe(false);
});

test('a credential goes into the header of its scheme', () => {
  expect(formatCredential('apiKey', 'sk')).toEqual(['REB-APIKEY', 'sk']);
  expect(formatCredential('applicationJwt', 'a.b.c')).toEqual(['Authorization', 'Bearer a.b.c']);
});

test('a problem has its own status', () => {
  for (const [status, { schema }] of Object.entries(problems)) {
    const problem = { status: Number(status), title: 'x' };
    expect(Problem.safeParse(problem).success && schema.safeParse(problem).success).toBe(true);
    expect(schema.safeParse({ status: 299 }).success).toBe(false);
  }
});

test('every cell has a state, and an empty list one of its own', () => {
  for (const cell of cells) {
    expect(providerStates[stateNameOf(cell)].cells).toContain(cell);
  }
  for (const cell of cells.filter((each) => contentOf(each).kind === 'list')) {
    expect(stateNameOf(cell, 'empty')).not.toBe(stateNameOf(cell));
  }
  expect(stateNameOf('getCustomerCollection 200')).toBe('customersExist');
  expect(stateNameOf('getCustomerCollection 200', 'bare')).toBe('customersExist');
  expect(stateNameOf('getCustomerCollection 200', 'empty')).toBe('noCustomers');
  expect(stateNameOf('postCustomer 422')).toBe('organizationReady');
});

test('an empty answer that is no list has no state', () => {
  expect(() => stateNameOf('getCustomer 200', 'empty')).toThrow(
    new TypeError(
      'Failed to find a provider state for "getCustomer 200": none brings the empty answer about. Give one of `cells`, and `empty` for a list only.',
    ),
  );
});

test('a text that is no cell has no state', () => {
  expect(() => void Reflect.apply(stateNameOf, undefined, ['getCustomer 409'])).toThrow(
    new TypeError('Failed to find the answer "getCustomer 409": the API documents none. Give one of `cells`.'),
  );
});

test('a state with views has a parameter for them', () => {
  for (const name of providerStateNames) {
    const { parameters, variants = [] }: ProviderState = providerStates[name];
    expect('view' in parameters.shape).toBe(variants.some((variant) => variant !== 'empty'));
  }
});

test('a state is found by its sentence', () => {
  expect(stateNameOfSentence('a customer exists')).toBe('customerExists');
  expect(stateNameOfSentence('all is well')).toBeUndefined();
});

test.each([
  [{ emails: [{ value: 'a' }, { value: 'b', primary: true }, { value: 'c', primary: true }] }, 'b'],
  [{ emails: [{ value: 'a', primary: false }, { value: 'b' }] }, 'a'],
  [{ emails: [] }, null],
  [{}, null],
  [null, null],
])('the address of %j is %s', (contact, address) => {
  expect(primaryEmail(contact)).toBe(address);
});
