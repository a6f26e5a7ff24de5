import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { customersPact, mergeShards, readShards } from '@customer-contracts/pact';
import { readEvidence, readPacts } from '@customer-contracts/pact-files';
import { type VerifiedInteraction } from '@customer-contracts/pact/verify';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';

import { ContractReport } from '../src/report/contract-report.ts';
import { makeContractReport } from '../src/report/make-contract-report.ts';
import { type MutationReport, readMutations } from '../src/report/mutations.ts';

const Read = z.object({
  id: z.string(),
  email: z.email().nullable(),
  paymentCount: z.int().optional(),
  createdTime: z.iso.datetime({ offset: true }).optional(),
  hasFulfilledKyc: z.boolean().optional(),
  notificationEmails: z.array(z.string()).optional(),
  lifetimeRevenue: z.object({ amount: z.number() }).optional(),
  primaryAddress: z.object({ dob: z.iso.date().nullish(), city: z.string().nullish() }).nullish(),
});

test('a contract is told in plain words, cell by cell', async () => {
  const pact = await contractOf('words');
  const report = makeContractReport({ pacts: await readPacts([pact]), provider: 'the emulator' });
  expect(ContractReport.parse(report)).toEqual(report);
  expect(report).toMatchObject({ verifiedAt: null, provider: 'the emulator', consumers: ['words'] });
  expect(report.operations).toHaveLength(8);
  expect(report.cells).toHaveLength(40);

  const { interactions = [], description } = report.cells.find(isGetCustomer) ?? {};
  expect(description).toBe('The customer.');
  expect(interactions.map(({ variant, outcome }) => [variant, outcome])).toEqual([
    ['complete', 'not run'],
    ['bare', 'not run'],
  ]);
  const complete = interactions.find(({ variant }) => variant === 'complete');
  expect(complete?.states[0]?.sentence).toBe('a customer exists');
  expect(complete?.request).toMatchObject({ method: 'GET', path: '/customers/cus_01', query: [] });
  expect(complete?.request.rules).toEqual([
    {
      place: 'path',
      words:
        '/customers/cus_01, with or without an organization before it; the verifier sends what the provider state gives',
    },
    {
      place: 'header REB-APIKEY',
      words: 'exactly "placeholder-api-key"; the verifier sends what the provider state gives',
    },
  ]);
  expect(Object.fromEntries((complete?.response.rules ?? []).map(({ place, words }) => [place, words]))).toEqual({
    'header Content-Type': 'JSON',
    id: 'any text',
    email: 'an e-mail address or null',
    paymentCount: 'a whole number',
    createdTime: 'a date and time',
    hasFulfilledKyc: 'true or false',
    notificationEmails: 'a list of any length',
    'notificationEmails[]': 'any text',
    'lifetimeRevenue.amount': 'a number',
    'primaryAddress.dob': 'a date or null',
    'primaryAddress.city': 'any text or null',
  });
});

test('an interaction has what the verification found about it', async () => {
  const pact = await contractOf('verified');
  const pacts = await readPacts([pact]);
  const [complete, bare] = makeContractReport({ pacts, provider: '' }).cells.find(isGetCustomer)?.interactions ?? [];
  const found = (description = '', more: Partial<VerifiedInteraction> = {}): VerifiedInteraction => ({
    consumer: 'verified',
    description,
    states: ['a customer exists'],
    isPassed: false,
    isVerifiable: true,
    isPending: false,
    duration: 1,
    reasons: [],
    ...more,
  });
  const outcomes = (...interactions: readonly VerifiedInteraction[]) => {
    const verifiedAt = new Date('2026-11-23T04:13:19Z');
    const report = makeContractReport({ pacts, provider: '', verification: { interactions }, verifiedAt });
    expect(report.verifiedAt).toBe('2026-11-23T04:13:19.000Z');
    return report.cells.find(isGetCustomer)?.interactions.map(({ outcome, reasons }) => [outcome, ...reasons]);
  };
  expect(
    outcomes(found(complete?.description, { isPassed: true }), found(bare?.description, { reasons: ['$.id'] })),
  ).toEqual([['passed'], ['failed', '$.id']]);
  expect(outcomes(found(complete?.description, { isVerifiable: false }))).toEqual([['not verifiable'], ['not run']]);
});

/** What `customer-pact mutate --json` prints about a test of an interaction. */
function mutationsOf(
  interaction: string,
  ...outcomes: readonly MutationReport['mutations'][number]['outcome'][]
): string {
  const mutations = outcomes.map((outcome) => ({
    test: 'reads a customer',
    interaction,
    kind: 'tolerance',
    changes: [{ member: 'email', claim: 'may be null' }],
    outcome,
    message: '',
  }));
  const score = { tolerance: 0.5, sensitivity: null, refusal: 1 };
  return `what the test runner says\n${JSON.stringify({ mutations, score })}\n`;
}

test('an interaction has what mutations of its consumer found of it, and the consumer its scores', async () => {
  const pacts = await readPacts([await contractOf('mutated')]);
  const [complete] = makeContractReport({ pacts, provider: '' }).cells.find(isGetCustomer)?.interactions ?? [];
  const file = join(temporaryFolder(), 'mutations-mutated.json');
  expect(readMutations(file)).toBeUndefined();
  writeFileSync(file, mutationsOf(complete?.description ?? '', 'survived', 'broke', 'unnoticed', 'skipped'));
  const found = readMutations(file);
  expect(found?.measuredAt.getTime()).toBeGreaterThan(0);
  const mutations = new Map(found && [['mutated', found]]);

  const report = makeContractReport({ pacts, provider: '', mutations });
  expect(ContractReport.parse(report)).toEqual(report);
  const measuredAt = found?.measuredAt.toISOString();
  const score = { tolerance: 0.5, sensitivity: null, refusal: 1 };
  expect(report.mutations).toEqual([{ consumer: 'mutated', measuredAt, score }]);
  const interactions = report.cells.find(isGetCustomer)?.interactions ?? [];
  // Of what was skipped nothing is known; of the bare answer nobody has tried any.
  expect(interactions.map((interaction) => interaction.mutations)).toEqual([{ survived: 1, counted: 3 }, undefined]);
});

test.each(['', 'nothing was scored', '{"mutations":[]}', '[]'])(
  'a file that says %j is no report of mutations',
  (text) => {
    const file = join(temporaryFolder(), 'mutations-lead-desk.json');
    writeFileSync(file, text);
    expect(() => readMutations(file)).toThrow(
      `Failed to read ${file}: it is no report of customer-pact mutate --json. Write it again, or delete it.`,
    );
  },
);

test('an answer has what it rests on, where somebody has recorded the API', () => {
  const file = join(temporaryFolder(), 'customers-api.evidence.ndjson');
  const lines = [
    { shapes: 1, from: '2026-11-30', to: '2026-11-30', where: 'sandbox' },
    { operation: 'deleteCustomer', status: 204, headers: {} },
    { scenario: 'gone', about: 'getCustomer 404', observed: 'otherwise' },
  ];
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  const report = makeContractReport({ pacts: [], provider: '', evidence: readEvidence(file) });
  expect(ContractReport.parse(report)).toEqual(report);
  const of = (operationId: string, status: number) =>
    report.cells.find((cell) => cell.operationId === operationId && cell.status === status)?.evidence;
  expect(of('deleteCustomer', 204)).toEqual({ kind: 'seen', words: 'seen in the sandbox on 2026-11-30', what: [] });
  expect(of('getCustomer', 404)).toEqual({
    kind: 'contradicted',
    words: 'seen otherwise in the sandbox on 2026-11-30',
    what: ['gone'],
  });
  expect(of('putCustomer', 201)).toEqual({ kind: 'documented', words: 'documented, seen by nobody', what: [] });
  expect(makeContractReport({ pacts: [], provider: '' }).cells.filter((cell) => 'evidence' in cell)).toEqual([]);
});

test('matchers of other tools are told, too', async () => {
  const folder = temporaryFolder();
  const pact = join(folder, 'foreign.json');
  const rule = (match: string, more: object = {}) => ({ combine: 'AND', matchers: [{ match, ...more }] });
  const body = {
    '$.id': rule('regex', { regex: '^cus_[0-9A-Z]+$' }),
    '$.email': rule('equality'),
    "$['first name']": rule('semver'),
    '$.tags': { combine: 'AND', matchers: [{ match: 'type', min: 1, max: 3 }] },
    '$.tags[*].type': { combine: 'AND', matchers: [{ match: 'type' }, { match: 'regex', regex: '^(a\\.b|c)$' }] },
    '$.customFields': rule('eachValue', { value: '"x"', rules: [{ match: 'type' }] }),
  };
  const content = { id: 'cus_1', email: 'a@example.com', 'first name': 'A', tags: [{ type: 'c' }], customFields: {} };
  const interaction = {
    type: 'Synchronous/HTTP',
    description: 'foreign',
    request: { method: 'GET', path: '/customers/cus_1' },
    response: { status: 200, body: { content, contentType: 'application/json' }, matchingRules: { body } },
  };
  const metadata = { pactSpecification: { version: '4.0' } };
  const names = { consumer: { name: 'foreign' }, provider: { name: 'rebilly-customers-api' } };
  writeFileSync(pact, JSON.stringify({ ...names, interactions: [interaction], metadata }));
  const [only] =
    makeContractReport({ pacts: await readPacts([pact]), provider: '' }).cells.find(isGetCustomer)?.interactions ?? [];
  expect(only?.request.rules).toEqual([]);
  expect(only?.response.rules).toEqual([
    { place: 'id', words: 'text that fits ^cus_[0-9A-Z]+$' },
    { place: 'email', words: 'exactly "a@example.com"' },
    { place: 'first name', words: 'what Pact\'s "semver" matcher accepts' },
    { place: 'tags', words: 'a list of at least 1, at most 3' },
    { place: 'tags[].type', words: '"a.b" or "c"' },
    { place: 'customFields', words: 'any names, each with a value like this one' },
  ]);
});

/** Makes a contract as a consumer's tests do. @returns the path of the pact file. */
async function contractOf(consumer: string): Promise<string> {
  const directory = temporaryFolder();
  const pact = customersPact({ consumer, directory });
  await pact
    .getCustomer({ id: 'cus_01' })
    .reads(Read)
    .test(({ baseUrl, apiKey }) => fetch(`${baseUrl}/customers/cus_01`, { headers: { 'REB-APIKEY': apiKey } }))();
  const [merged] = mergeShards(readShards(join(directory, '.shards')));
  return merged?.file ?? '';
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'contract-report-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function isGetCustomer({ operationId, status }: { readonly operationId: string; readonly status: number }): boolean {
  return operationId === 'getCustomer' && status === 200;
}
