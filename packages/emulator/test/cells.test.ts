import { startEmulator, type RunningEmulator } from '@customer-contracts/emulator';
import {
  type Cell,
  cells,
  type Operation,
  operations,
  providerStates,
  type ProviderStateName,
} from '@customer-contracts/schemas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';

import { type Reply, send } from './send.ts';
import { setUpState } from './set-up-state.ts';

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator({ providerStates: true });
});
afterAll(() => emulator.close());

const parameters: Record<ProviderStateName, object> = {
  organizationReady: {},
  noCustomers: {},
  customersExist: { count: 3, view: 'complete' },
  customerExists: { id: 'cus_01', view: 'complete' },
  customerDoesNotExist: { id: 'cus_01' },
  duplicateCustomersExist: { id: 'cus_01', targetCustomerId: 'cus_02' },
  leadSourceExists: { id: 'cus_01', view: 'complete' },
  leadSourceDoesNotExist: { id: 'cus_01' },
  credentialsInvalid: {},
  credentialsForbidden: {},
  requestConflicts: {},
  allowanceUsedUp: {},
};

const request: Record<string, readonly [line: string, body?: object]> = {
  getCustomerCollection: ['GET /customers'],
  postCustomer: ['POST /customers', {}],
  getCustomer: ['GET /customers/cus_01'],
  putCustomer: ['PUT /customers/cus_01', {}],
  deleteCustomer: ['DELETE /customers/cus_01?targetCustomerId=cus_02'],
  getCustomerLeadSource: ['GET /customers/cus_01/lead-source'],
  putCustomerLeadSource: ['PUT /customers/cus_01/lead-source', {}],
  deleteCustomerLeadSource: ['DELETE /customers/cus_01/lead-source'],
};

const invalidBody: Record<string, object> = {
  postCustomer: { locale: 1 },
  putCustomer: { locale: 1 },
  putCustomerLeadSource: { source: 1 },
};

const rows = Object.values(providerStates).flatMap(({ sentence, cells }) =>
  cells.map((cell): [cell: Cell, sentence: string] => [cell, sentence]),
);

test('every cell has a state', () => {
  expect([...new Set(rows.map(([cell]) => cell))].toSorted()).toEqual(cells.toSorted());
});

test.each(rows)('%s in the state "%s"', async (cell, sentence) => {
  const [operationId = '', status = ''] = cell.split(' ');
  const target = await setUpState(emulator, sentence, parametersOf(sentence));
  const [line, body] = request[operationId] ?? [''];
  const reply = await send(target, line, status === '422' ? invalidBody[operationId] : body);
  expect(reply.status).toBe(Number(status));
  expectDocumented(cell, reply);
});

function parametersOf(sentence: string): object {
  const [name] = Object.entries(providerStates).find(([, state]) => state.sentence === sentence) ?? [];
  return Object.entries(parameters).find(([each]) => each === name)?.[1] ?? {};
}

function expectDocumented(cell: Cell, { headers, body }: Reply) {
  const [operationId, status] = cell.split(' ');
  const operation: Operation | undefined = Object.entries(operations).find(([id]) => id === operationId)?.[1];
  const [, documented] = Object.entries(operation?.responses ?? {}).find(([each]) => each === status) ?? [];
  expect(documented).toBeDefined();
  for (const [name, schema] of Object.entries(documented?.headers ?? {})) {
    const value = headers.get(name);
    expect(schema.safeParse(name === 'Location' ? value : Number(value)).error, name).toBeUndefined();
  }
  expect((documented?.body ?? z.undefined()).safeParse(body).error).toBeUndefined();
}
