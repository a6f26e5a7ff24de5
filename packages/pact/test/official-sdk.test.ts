import RebillyAPI from 'rebilly-js-sdk';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { temporaryPacts } from './temporary-pacts.ts';

/** The official SDK, unmodified, as its users set it up: with an organization in the path. */
function sdk({ baseUrl, apiKey }: { readonly baseUrl: string; readonly apiKey: string }) {
  return RebillyAPI({
    apiKey,
    organizationId: 'org_01',
    sandbox: true,
    timeout: 6000,
    urls: { live: baseUrl, sandbox: baseUrl },
  }).customers;
}

const Answer = z.object({ response: z.object({ status: z.number() }) });

/** The SDK's own types say `any` here and there. */
async function statusOf(answer: unknown): Promise<number> {
  return Answer.parse(await answer).response.status;
}

const id = 'cus_01';
const data = { primaryAddress: { firstName: 'Ada' } };
const filter = 'firstName:John,Bob;createdTime:2021-02-14T13:30:00Z..;email:!a+b@x.io';

test('does all eight operations against the mock', async () => {
  await using pacts = await temporaryPacts();
  const { pact } = pacts;

  await pact.getCustomerCollection({ limit: 20, filter, sort: ['-createdTime', 'lastName'] }).test(async (mock) => {
    const customers = await sdk(mock).getAll({ limit: 20, filter, sort: ['-createdTime', 'lastName'] });
    expect(customers.items).toHaveLength(2);
  })();
  await pact.postCustomer({ body: data }).test(async (mock) => {
    expect(await statusOf(sdk(mock).create({ data }))).toBe(201);
  })();
  await pact.getCustomer({ id, expand: 'leadSource', fields: 'id,email' }).test(async (mock) => {
    expect(await statusOf(sdk(mock).get({ id, expand: 'leadSource', fields: 'id,email' }))).toBe(200);
  })();
  await pact
    .putCustomer({ id, body: data })
    .respondsWith(200)
    .test(async (mock) => {
      expect(await statusOf(sdk(mock).update({ id, data }))).toBe(200);
    })();
  await pact.deleteCustomer({ id, targetCustomerId: 'cus_02' }).test(async (mock) => {
    expect(await statusOf(sdk(mock).merge({ id, targetCustomerId: 'cus_02' }))).toBe(204);
  })();
  await pact.getCustomerLeadSource({ id }).test(async (mock) => {
    expect(await statusOf(sdk(mock).getLeadSource({ id }))).toBe(200);
  })();
  await pact.putCustomerLeadSource({ id, body: { medium: 'cpc' } }).test(async (mock) => {
    expect(await statusOf(sdk(mock).createLeadSource({ id, data: { medium: 'cpc' } }))).toBe(201);
  })();
  await pact.deleteCustomerLeadSource({ id }).test(async (mock) => {
    expect(await statusOf(sdk(mock).deleteLeadSource({ id }))).toBe(204);
  })();

  expect((await pacts.merged()).interactions).toHaveLength(8);
});

test('looks before it creates a customer with an id: a flow of two interactions', async () => {
  await using pacts = await temporaryPacts();

  await pacts.pact
    .flow(
      pacts.pact.getCustomer({ id }).respondsWith(404),
      pacts.pact.putCustomer({ id, body: data }).respondsWith(201),
    )
    .test(async (mock) => {
      expect(await statusOf(sdk(mock).create({ id, data }))).toBe(201);
    })();

  expect((await pacts.merged()).interactions).toHaveLength(2);
});

test('throws its own errors on the problems of the API', async () => {
  await using pacts = await temporaryPacts();

  await pacts.pact
    .getCustomer({ id })
    .respondsWith(404)
    .test(async (mock) => {
      await expect(sdk(mock).get({ id })).rejects.toMatchObject({ name: 'RebillyNotFoundError', status: 404 });
    })();
  await pacts.pact
    .postCustomer({ body: { primaryAddress: { country: 'Germany' } } })
    .respondsWith(422)
    .test(async (mock) => {
      await expect(sdk(mock).create({ data: { primaryAddress: { country: 'Germany' } } })).rejects.toMatchObject({
        name: 'RebillyValidationError',
        invalidFields: [{ field: 'primaryAddress.country' }, { field: 'primaryAddress.country' }],
      });
    })();
});
