import { type Credential, startEmulator } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

import { send } from './send.ts';

const credentials: Credential[] = [
  { kind: 'apiKey', secret: 'key', organizations: ['one', 'two'] },
  { kind: 'jwt', secret: 'user', organizations: ['one'] },
  { kind: 'applicationJwt', secret: 'application', organizations: ['one'] },
  { kind: 'apiKey', secret: 'idle', organizations: [] },
];

test.each([
  ['a key', { 'REB-APIKEY': 'key' }, 200],
  ['a token', { Authorization: 'Bearer user' }, 200],
  ["an application's token", { Authorization: 'bearer application' }, 200],
  ['a key beside a bearer header without a token', { 'REB-APIKEY': 'key', Authorization: 'Bearer' }, 200],
  ['a known token beside an unknown key', { 'REB-APIKEY': 'wrong', Authorization: 'Bearer user' }, 200],
  ['nothing', {}, 401],
  ['a bearer header without a token', { Authorization: 'Bearer ' }, 401],
  ['an unknown key', { 'REB-APIKEY': 'wrong' }, 401],
  ['an unknown token', { Authorization: 'Bearer wrong' }, 401],
  ['a key as a token', { Authorization: 'Bearer key' }, 401],
  ['a token as a key', { 'REB-APIKEY': 'user' }, 401],
  ['a key without an organization', { 'REB-APIKEY': 'idle' }, 403],
])('%s lists customers with %o', async (_, headers, status) => {
  await using emulator = await startEmulator({ credentials });
  const response = await fetch(`${emulator.url}/customers`, { headers });
  expect(response.status).toBe(status);
  const body = status === 200 ? [] : { type: 'about:blank', status };
  expect(await response.json()).toMatchObject(body);
});

test.each([
  ['GET /customers', undefined, 200],
  ['GET /customers/ada', undefined, 200],
  ['POST /customers', {}, 403],
  ['PUT /customers/ada', {}, 403],
  ['DELETE /customers/ada?targetCustomerId=bob', undefined, 403],
  ['GET /customers/ada/lead-source', undefined, 403],
  ['PUT /customers/ada/lead-source', {}, 403],
  ['DELETE /customers/ada/lead-source', undefined, 403],
])("an application's token gets for %s what its kind may", async (line, body, status) => {
  await using emulator = await startEmulator({ credentials });
  await send(emulator, 'PUT /customers/ada', {});
  const reply = await send({ ...emulator, apiKey: '' }, line, body, { Authorization: 'Bearer application' });
  expect(reply.status).toBe(status);
});

test.each([
  ["the path's organization", '/organizations/two/customers', {}, 'two'],
  ['the first organization of the credential', '/customers', {}, 'one'],
  ['the first organization for an empty header', '/customers', { 'Organization-Id': '' }, 'one'],
  ["the header's organization", '/customers', { 'Organization-Id': 'two' }, 'two'],
  ["the path's, whatever the header says", '/organizations/two/customers', { 'Organization-Id': 'one' }, 'two'],
])('a request is for %s', async (_, path, headers, organizationId) => {
  await using emulator = await startEmulator({ credentials });
  const { body } = await send(emulator, `POST ${path}`, {}, headers);
  expect(body).toMatchObject({ organizationId });
});

test.each([
  ['/organizations/three/customers', {}],
  ['/customers', { 'Organization-Id': 'three' }],
  ['/organizations/%/customers', {}],
])('an organization that is not of the credential is refused: %s %o', async (path, headers) => {
  await using emulator = await startEmulator({ credentials });
  expect((await send(emulator, `GET ${path}`, undefined, headers)).status).toBe(403);
});

test('no answer has a secret', async () => {
  await using emulator = await startEmulator({ credentials });
  const response = await fetch(`${emulator.url}/customers`, { headers: { 'REB-APIKEY': 'very-secret' } });
  expect(`${await response.text()}${JSON.stringify([...response.headers])}`).not.toContain('very-secret');
});

test('an emulator needs somebody who may use it', async () => {
  await expect(startEmulator({ credentials: [] })).rejects.toThrow(
    'Failed to start the emulator: there are no credentials. Give it one with an organization.',
  );
});
