import { createEmulator } from '@customer-contracts/emulator';
import { invalidCustomerInputs, invalidLeadSourceInputs } from '@customer-contracts/fixtures';
import { ValidationProblem } from '@customer-contracts/schemas';
import { expect, test } from 'vitest';

const cases = [
  ...invalidCustomerInputs().map((input) => ({ ...input, path: '/customers/ada' })),
  ...invalidLeadSourceInputs().map((input) => ({ ...input, path: '/customers/ada/lead-source' })),
];

test('there are many', () => {
  expect(cases.length).toBeGreaterThan(100);
});

test.each(cases)('PUT $path: "$name" is answered 422 with exactly its field, and its valid twin 2xx', async (each) => {
  const { path, body, invalidFields, valid } = each;
  // An emulator for each: a payment token works once.
  using emulator = createEmulator({ credentials: [{ kind: 'apiKey', secret: 'key', organizations: ['demo'] }] });
  const put = async (target: string, sent: unknown) => {
    const headers = { 'REB-APIKEY': 'key', 'Content-Type': 'application/json' };
    const request = new Request(`http://emulator${target}`, { method: 'PUT', headers, body: JSON.stringify(sent) });
    const response = await emulator.fetch(request);
    const problem = ValidationProblem.catch({}).parse(await response.json());
    return { status: response.status, fields: problem.invalidFields?.map(({ field }) => field) };
  };
  await put('/customers/ada', {});
  expect(await put(path, body)).toEqual({ status: 422, fields: invalidFields.map(({ field }) => field) });
  expect(await put(path, valid)).toEqual({ status: path === '/customers/ada' ? 200 : 201, fields: undefined });
});
