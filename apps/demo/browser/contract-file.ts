import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { HttpInteraction, PactDocument } from '@customer-contracts/pact-files';
import { onTestFinished } from 'vitest';

import { type Findings, makeContractReport } from '../src/report/make-contract-report.ts';
import type { ConsumerMutations } from '../src/report/mutations.ts';

const customerExists = { name: 'a customer exists', parameters: { id: 'cus_01', view: 'complete' } };

/** Two answers of one operation, read by two consumers; the SDK's expectation of the second one is not honoured. */
const get = {
  position: 0,
  isPending: false,
  variant: undefined,
  states: [customerExists],
  request: {
    method: 'GET',
    path: '/customers/cus_01',
    query: {},
    headers: { 'REB-APIKEY': 'placeholder-api-key' },
    body: undefined,
    rules: [],
    unreadRules: [],
    generators: [],
  },
} as const;
const nothing = { headers: {}, body: undefined, rules: [], unreadRules: [], generators: [] };
const found = {
  ...get,
  description: 'get a customer: 200, reading email',
  response: {
    ...nothing,
    status: 200,
    body: { email: 'ann@example.com' },
    rules: [
      {
        part: 'body',
        name: '$.email',
        place: ['email'],
        combine: 'OR',
        matchers: [{ match: 'type' }, { match: 'null' }],
      },
    ],
  },
} satisfies HttpInteraction;
const gone = {
  ...get,
  description: 'get a customer: 404',
  states: [{ name: 'a customer does not exist', parameters: { id: 'cus_01' } }],
  response: { ...nothing, status: 404 },
} satisfies HttpInteraction;

const verified = { cell: 'getCustomer 200', isVerifiable: true, isPending: false, duration: 5 } as const;

const consumers = ['lead-desk', 'rebilly-js-sdk'];

/** What mutations have found of the tests of Lead Desk. */
export const mutations: ReadonlyMap<string, ConsumerMutations> = new Map([
  [
    'lead-desk',
    {
      measuredAt: new Date('2026-01-04T08:00:00Z'),
      mutations: (['survived', 'survived', 'broke', 'skipped'] as const).map((outcome) => ({
        test: 'shows the customer',
        interaction: found.description,
        kind: 'tolerance' as const,
        changes: [],
        outcome,
      })),
      score: { tolerance: 0.6666, sensitivity: 1, refusal: null },
    },
  ],
]);

/** What somebody has seen of three answers. */
export const evidence: Findings['evidence'] = (cell) => {
  const witness = { where: 'sandbox', date: '2026-01-03' } as const;
  if (cell === 'getCustomer 200') return { kind: 'seen', ...witness };
  if (cell === 'getCustomer 404') return { kind: 'contradicted', what: ['type is absent'], ...witness };
  return { kind: 'documented' };
};

/** The result of a run of the loop, in a file that is removed after the test. */
export function contractFile(more: Pick<Findings, 'mutations' | 'evidence'> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'lead-desk-contract-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'contract-report.json');
  const report = makeContractReport({
    pacts: consumers.map(pactOf),
    ...more,
    provider: 'the emulator',
    verifiedAt: new Date('2026-01-05T09:00:00Z'),
    verification: {
      interactions: consumers.flatMap((consumer) =>
        [found, gone].map(({ description, states }) => {
          const isPassed = consumer === 'lead-desk' || description === found.description;
          const reasons = isPassed ? [] : ['status: expected 404, received 410'];
          return { ...verified, consumer, description, states: states.map(({ name }) => name), isPassed, reasons };
        }),
      ),
    },
  });
  writeFileSync(file, JSON.stringify(report));
  return file;
}

function pactOf(consumer: string): PactDocument {
  return {
    file: `${consumer}.json`,
    consumer,
    provider: 'rebilly-customers-api',
    interactions: [found, gone],
    messages: 0,
  };
}
