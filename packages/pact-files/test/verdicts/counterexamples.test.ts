import { drift, type Drift, parsePact, readShapes } from '@customer-contracts/pact-files';
import openapi from '@customer-contracts/schemas/openapi.json' with { type: 'json' };
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { testSizes } from '../../../../test-sizes.ts';
import { fileOf } from '../ecosystems/ecosystem-file.ts';
import { told } from '../ecosystems/told.ts';
import { type Tool, tools } from '../ecosystems/tools.ts';
import { refusedByCore } from '../judged-by-core.ts';
import { raw, rawPact } from '../raw-pact.ts';
import { EditedDocument } from './edited-document.ts';

const Members = z.record(z.string(), z.unknown());

/** What says whether a document allows a body of the 200 of a customer: another validator than ours. */
function validatorOf(document: unknown): (body: unknown) => boolean {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  ajv.addSchema(Members.parse(document), 'document.json');
  const validate = ajv.compile({ $ref: 'document.json#/components/schemas/Customer' });
  return (body) => validate(body);
}

const isAllowedBefore = validatorOf(openapi);

/** The verdict on what a customer answers, where there is one. */
function verdictIn({ changes }: Drift) {
  return changes.find(({ operation, consumers }) => operation === 'getCustomer' && consumers.length > 0)?.consumers[0];
}

/** A member that is read, what it holds, and rules for it from loose to strict. */
const members = {
  websiteId: {
    example: 'web_01',
    rules: [{ match: 'type' }, { match: 'regex', regex: '\\w{1,50}' }, { match: 'equality' }],
  },
  email: { example: 'ann@example.com', rules: [{ match: 'type' }, { match: 'regex', regex: '[^@]+@[^@]+' }] },
  paymentCount: { example: 3, rules: [{ match: 'type' }, { match: 'integer' }, { match: 'number' }] },
  createdTime: { example: '2026-03-08T12:57:32Z', rules: [{ match: 'type' }, { match: 'regex', regex: '.*T.*' }] },
  hasFulfilledKyc: { example: true, rules: [{ match: 'type' }, { match: 'boolean' }] },
  primaryAddress: { example: { city: 'Leeds' }, rules: [{ match: 'type' }] },
  taxNumbers: { example: [{ type: 'other', value: '1' }], rules: [{ match: 'type' }, { match: 'type', max: 2 }] },
} as const;

/** What a document makes of a member: each is no longer what the document of the table says. */
const edits: Readonly<Record<string, (document: EditedDocument, name: string) => void>> = {
  gone: (document, name) => Reflect.deleteProperty(document.membersOf('Customer'), name),
  nullable: (document, name) => {
    const of = document.membersOf('Customer');
    of[name] = { anyOf: [of[name], { type: 'null' }] };
  },
  'a text of any length': (document, name) =>
    document.member('Customer', name, { type: 'string', maxLength: undefined }),
  'a number': (document, name) => Object.assign(document.membersOf('Customer'), { [name]: { type: 'number' } }),
  'a list of texts': (document, name) =>
    Object.assign(document.membersOf('Customer'), { [name]: { type: 'array', items: { type: 'string' } } }),
  'a text of a code': (document, name) =>
    Object.assign(document.membersOf('Customer'), { [name]: { type: 'string', enum: ['first', 'second'] } }),
  'a time': (document, name) =>
    Object.assign(document.membersOf('Customer'), { [name]: { type: 'string', format: 'date-time' } }),
};

const cases = fc.record({
  name: fc.constantFrom(...typedKeys(members)),
  rule: fc.nat(2),
  edit: fc.constantFrom(...Object.keys(edits)),
  needed: fc.constantFrom('revision', 'createdTime', 'primaryAddress', 'tags', 'company'),
});

test('a whole body that breaks is allowed by the source, not by the base, and refused by Pact itself', async () => {
  let broken = 0;
  await fc.assert(
    fc.asyncProperty(cases, async ({ name, rule: position, edit, needed }) => {
      const { example, rules } = members[name];
      const rule = rules[position % rules.length] ?? rules[0];
      const document = new EditedDocument();
      edits[edit]?.(document, name);
      // What must come besides is not in the example of the consumer.
      if (needed !== name) document.require('Customer', needed);
      const answer = { id: 'cus_01', [name]: example };
      const asked = { '$.id': { match: 'type' }, [`$.${name}`]: rule };
      const pact = parsePact(rawPact([raw.getCustomer({ answer, rules: asked })]), 'billing-web.json');

      const verdict = verdictIn(await drift(readShapes(document.text, 'new.json'), [pact]));

      if (verdict?.verdict !== 'breaks') return;
      broken += 1;
      const body = Members.parse(verdict.counterexample);
      expect(validatorOf(document.json)(body), `${JSON.stringify(body)} by the source`).toBe(true);
      // What is gone might be left out before: it is what the source says of all answers now.
      expect(edit !== 'gone' && isAllowedBefore(body), `${JSON.stringify(body)} by the base`).toBe(false);
      const written = Object.fromEntries(Object.entries(asked).map(([place, each]) => [place, { matchers: [each] }]));
      // The core is asked about a request, which may have no more members than the example.
      const asExample = Object.entries(body).filter(([each]) => Object.hasOwn(answer, each));
      const refused = await refusedByCore('body', answer, written, Object.fromEntries(asExample));
      const where = edit === 'gone' ? /^\$$/ : new RegExp(`^\\$\\.${name}`);
      expect(refused.length).toBeGreaterThan(0);
      for (const place of refused) expect(place).toMatch(where);
    }),
    { numRuns: 60 * testSizes.properties, seed: 19 },
  );
  expect(broken).toBeGreaterThan(15);
});

test.each(typedKeys(tools))('reads what %s writes', async (tool: Tool) => {
  const { text } = fileOf(tool, 'reads a customer', [told.reading()]);
  const document = new EditedDocument();
  Reflect.deleteProperty(document.membersOf('Customer'), 'email');

  const verdict = verdictIn(await drift(readShapes(document.text, 'new.json'), [parsePact(text, 'pact.json')]));

  expect(verdict).toEqual({
    consumer: 'billing-web',
    verdict: 'breaks',
    interaction: 'a request for a customer',
    counterexample: { id: 'cus_01', paymentCount: 3 },
  });
});

test('an answer that traffic shows breaks whoever takes no null', async () => {
  const har = {
    log: {
      version: '1.2',
      creator: { name: 'test', version: '1' },
      entries: [
        {
          startedDateTime: '2026-11-30T09:00:00Z',
          request: {
            method: 'GET',
            url: 'https://api-sandbox.rebilly.com/organizations/acme/customers/cus_01',
            headers: [],
          },
          response: {
            status: 200,
            headers: [{ name: 'Content-Type', value: 'application/json' }],
            content: { mimeType: 'application/json', text: '{"id":"cus_01","websiteId":null}' },
          },
        },
      ],
    },
  };
  const reading = raw.getCustomer({
    answer: { id: 'cus_01', websiteId: 'web_01', email: 'ann@example.com' },
    rules: { '$.id': { match: 'type' }, '$.websiteId': { match: 'type' }, '$.email': { match: 'type' } },
  });

  const found = await drift(readShapes(JSON.stringify(har), 'traffic.har'), [
    parsePact(rawPact([reading]), 'pact.json'),
  ]);

  expect(found.changes).toEqual([
    expect.objectContaining({
      operation: 'getCustomer',
      status: 200,
      member: 'websiteId',
      kind: 'became-nullable',
      consumers: [
        {
          consumer: 'billing-web',
          verdict: 'breaks',
          interaction: 'get a customer',
          counterexample: { id: 'cus_01', websiteId: null, email: 'ann@example.com' },
        },
      ],
    }),
  ]);
});

function typedKeys<Name extends string>(record: Readonly<Record<Name, unknown>>): readonly Name[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- An object of this test.
  return Object.keys(record) as Name[];
}

test('a request that traffic shows refuses no other', async () => {
  const lines = [
    { shapes: 1 },
    {
      operation: 'putCustomer',
      status: null,
      body: { object: { members: { locale: { number: { isInteger: true } } } } },
    },
  ];
  const sending = raw.put({ send: { locale: 'fr-FR' } });

  const { changes } = await drift(readShapes(lines.map((line) => JSON.stringify(line)).join('\n'), 'shapes.ndjson'), [
    parsePact(rawPact([sending]), 'pact.json'),
  ]);

  expect(changes).toEqual([expect.objectContaining({ member: 'locale', kind: 'type-changed', consumers: [] })]);
});
