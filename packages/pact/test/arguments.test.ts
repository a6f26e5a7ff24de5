import { type CustomersPact, ownState, rawFilter } from '@customer-contracts/pact';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { send } from './send.ts';
import { temporaryPacts } from './temporary-pacts.ts';

const Row = z.object({ id: z.string() });

/** What plain JavaScript calls, on a contract and on what it gives. */
function call(target: unknown, method: string, ...args: readonly unknown[]): unknown {
  const found: unknown = Reflect.get(Object(target), method);
  if (typeof found !== 'function') throw new Error(`there is no ${method}`);
  return Reflect.apply(found, target, args);
}

const describing = (text: string) => `Failed to describe getCustomer: ${text}`;

test.each<readonly [string, readonly unknown[], string]>([
  ['respondsWith', [418], describing('the API documents no status 418. Choose from 200, 401, 403, 404.')],
  ['respondsWith', ['404'], describing('the API documents no status "404". Choose from 200, 401, 403, 404.')],
  ['auth', ['key'], describing('it does not accept "key". Authenticate with apiKey or jwt or applicationJwt.')],
  ['only', ['full'], describing('only got "full". Choose from complete, bare, empty.')],
  [
    'given',
    ['customerExits', {}],
    describing('the catalogue has no provider state "customerExits". Did you mean customerExists?'),
  ],
  [
    'given',
    ['a customer exists', {}],
    describing('the catalogue has no provider state "a customer exists". Did you mean customerExists?'),
  ],
  ['given', ['customerExists'], describing('the parameters of given are absent. Hand in an object.')],
  [
    'also',
    ['the customer owes', {}],
    describing('also got "the customer owes". Hand in what ownState(sentence, z.object({ ... })) makes.'),
  ],
  [
    'also',
    [ownState('the customer owes', z.object({})), null],
    describing('the parameters of also are null. Hand in an object.'),
  ],
  ['matches', ['email'], describing("matches got absent. Hand in a matcher of Pact, such as { match: 'type' }.")],
  [
    'matches',
    ['email', 'type'],
    describing(`matches got "type". Hand in a matcher of Pact, such as { match: 'type' }.`),
  ],
  ['matches', [5], describing('matches got 5. Hand in the path of a member, such as primaryAddress.city.')],
  ['allow', [''], describing('allow got "". Hand in the path of a member, such as primaryAddress.city.')],
  ['closed', ['tags[].type'], describing('the reason of closed got absent. Hand in a text.')],
  ['as', [undefined], describing('as got absent. Hand in a text.')],
  ['comment', [' '], describing('comment got " ". Hand in a text.')],
  ['testName', [{}], describing('testName got {}. Hand in a text.')],
  ['readsHeaders', [['Location']], describing('readsHeaders got ["Location"]. Hand in a text.')],
])('%s refuses %j where it is called', async (method, args, message) => {
  await using pacts = await temporaryPacts();

  expect(() => call(pacts.pact.getCustomer({ id: 'cus_01' }), method, ...args)).toThrow(
    expect.objectContaining({ name: 'InteractionError', message }),
  );
});

const standard = 'Hand in a Standard Schema with JSON Schema, such as one of zod 4 or arktype.';

test.each<readonly [string, unknown, string]>([
  [
    'nothing, as a circular import gives',
    undefined,
    'undefined. Look where the schema comes from: an import that is circular, or a name that its module has not.',
  ],
  ['null', null, 'null. Hand in the schema of what your code reads, or leave reads out.'],
  [
    'a JSON Schema',
    { type: 'object', properties: { id: { type: 'string' } } },
    `a JSON Schema, which can't read by itself. ${standard} z.fromJSONSchema of zod makes one of it.`,
  ],
  [
    'a schema of joi',
    { type: 'object', $_terms: {}, validate: () => ({}) },
    `a schema of a library without Standard Schema and JSON Schema, as joi and yup are. ${standard}`,
  ],
  [
    'a schema of zod 3',
    { _def: { typeName: 'ZodObject' }, parse: () => ({}) },
    'a schema of zod 3. Hand in one of zod 4.3 or later.',
  ],
  ['a list', [Row], 'a list. Hand in one schema.'],
  [
    'the schema of a list',
    z.array(Row),
    'the schema of a list, and the answer is none. Hand in the schema of the one object that it is.',
  ],
  ['the members alone', { id: z.string() }, 'an object with schemas in it. Wrap it, as in z.object({ ... }).'],
  [
    'the members alone, one of them a type',
    { type: z.string() },
    'an object with schemas in it. Wrap it, as in z.object({ ... }).',
  ],
  [
    'what parses',
    (body: unknown) => Row.parse(body),
    'a function. Hand in the schema itself, not what parses with it.',
  ],
  ['an example', { id: 'cus_01' }, `an object that is no schema. ${standard}`],
  ['a date', new Date(), `a Date that is no schema. ${standard}`],
  ['a text', 'Row', `a string. ${standard}`],
])('reads refuses %s where it is called', async (_, schema, mistake) => {
  await using pacts = await temporaryPacts();

  expect(() => call(pacts.pact.getCustomer({ id: 'cus_01' }), 'reads', schema)).toThrow(
    expect.objectContaining({
      name: 'ReaderError',
      message: `Failed to read the answer of getCustomer: reads got ${mistake}`,
    }),
  );
});

test('reads of a collection takes the schema of one customer', async () => {
  await using pacts = await temporaryPacts();
  const collection = pacts.pact.getCustomerCollection();
  const got = 'Failed to read the answer of getCustomerCollection: reads got ';

  expect(() => call(collection, 'reads', z.array(Row))).toThrow(
    `${got}the schema of a list, and a list is read one by one. Hand in the schema of one of its elements.`,
  );
  expect(() => call(collection, 'reads', [Row])).toThrow(
    `${got}a list. A list is read one by one: hand in the schema of one of its elements, without brackets.`,
  );
});

test.each<readonly [keyof CustomersPact, unknown, string]>([
  ['getCustomer', 'cus_01', 'the call is "cus_01". Hand in one object, with id, expand, fields.'],
  ['putCustomer', null, 'the call is null. Hand in one object, with id, body.'],
])('%s refuses the call %j', async (operationId, given, problem) => {
  await using pacts = await temporaryPacts();

  expect(() => call(pacts.pact, operationId, given)).toThrow(`Failed to describe ${operationId}: ${problem}`);
});

const raw = 'or hand it in as rawFilter(...) where you know that the API takes it.';

test.each<readonly [keyof CustomersPact, unknown, string]>([
  [
    'getCustomerCollection',
    { filter: 'email=ada@example.com' },
    'filter: the clause "email=ada@example.com" has no ":". Write a field, ":" and a value, as in firstName:John. Correct it.',
  ],
  ['getCustomerCollection', { filter: 'shoeSize:42' }, `filter: There is no field "shoeSize". Correct it, ${raw}`],
  [
    'getCustomerCollection',
    { filter: 'country:GB' },
    `filter: There is no field "country". The nearest name is "primaryAddress.country". Correct it, ${raw}`,
  ],
  [
    'getCustomerCollection',
    { filter: 'paymentCount:many' },
    'filter: "many" is not a value of "paymentCount", which is a number. Correct it.',
  ],
  [
    'getCustomerCollection',
    { filter: { text: 'shoeSize:42' } },
    'filter: Invalid input: expected string, received object. Correct the call.',
  ],
  [
    'getCustomerCollection',
    { sort: ['-createdAt'] },
    'sort: Customers can\'t be sorted by "createdAt". The nearest name is "createdTime". Correct it.',
  ],
  ['getCustomerCollection', { limt: 5 }, 'limt is no parameter of it. Did you mean limit?'],
  ['getCustomer', {}, 'id is missing. Hand it in.'],
  ['deleteCustomer', { id: 'cus_02' }, 'targetCustomerId is missing. Name the customer that survives the merge.'],
  [
    'deleteCustomer',
    { id: 'cus_02', targetCustomerId: 'cus_02' },
    'targetCustomerId is the duplicate itself. Name another customer.',
  ],
  ['postCustomer', {}, 'the body is missing. Hand it in as body.'],
  [
    'postCustomer',
    { body: { firstName: 'Ada' } },
    'firstName is read-only: the API passes over it. It belongs into primaryAddress.',
  ],
  [
    'postCustomer',
    { body: { email: 'ada@example.com' } },
    'email is read-only: the API passes over it. It belongs into primaryAddress.emails.',
  ],
  [
    'postCustomer',
    { body: { locael: 'fr-FR' } },
    'the API documents no locael to write, and passes over it. Did you mean locale?',
  ],
  [
    'postCustomer',
    { body: { primaryAddress: { town: 'Leeds' } } },
    'the API documents no primaryAddress.town to write, and passes over it. Correct the name, or leave it out.',
  ],
  [
    'postCustomer',
    { body: 'none' },
    'the body: Invalid input: expected object, received string. Correct it, or say respondsWith(422).',
  ],
])('%s with %j is refused before a mock starts', async (operationId, given, problem) => {
  await using pacts = await temporaryPacts();
  let isRun = false;
  const run = () => {
    isRun = true;
  };

  const tested = call(call(pacts.pact, operationId, given), 'test', run);

  await expect(call({ tested }, 'tested')).rejects.toThrow(
    expect.objectContaining({ name: 'InteractionError', message: `Failed to describe ${operationId}: ${problem}` }),
  );
  expect(isRun).toBe(false);
});

test('a body that the API only passes over breaks no rule', async () => {
  await using pacts = await temporaryPacts();
  const body: Record<string, unknown> = { firstName: 'Ada' };

  await expect(
    pacts.pact
      .postCustomer({ body })
      .respondsWith(422)
      .test(() => {})(),
  ).rejects.toThrow(
    'the body breaks no rule of the API, which passes over firstName. Take a body that does, or another status.',
  );
});

test('takes a filter as text, as clauses, and raw where the field is not known here', async () => {
  await using pacts = await temporaryPacts();
  const { pact } = pacts;
  const clauses = [{ field: 'email', terms: [{ kind: 'literal', negated: false, value: 'ada@example.com' }] }] as const;

  await pact
    .getCustomerCollection({ filter: clauses })
    .test((mock) => send('getCustomerCollection', { filter: 'email:ada@example.com' }, mock))();
  await pact
    .getCustomerCollection({ filter: rawFilter('shoeSize:42') })
    .as('find big feet')
    .test((mock) => send('getCustomerCollection', { filter: 'shoeSize:42' }, mock))();

  const { interactions } = await pacts.merged();
  expect(interactions.map(({ request }) => request)).toMatchObject([
    { query: { filter: ['shoeSize:42'] } },
    { query: { filter: ['email:ada@example.com'] } },
  ]);
});
