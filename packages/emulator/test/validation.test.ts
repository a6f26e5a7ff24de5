import { startEmulator } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

import { member } from './member.ts';
import { send } from './send.ts';

test('every broken member is named, in the order of the body', async () => {
  await using emulator = await startEmulator();
  const { status, headers, body } = await send(emulator, 'PUT /customers/ada', {
    locale: 1,
    taxNumbers: [{ value: 1, type: 'vat' }, {}],
    primaryAddress: {
      postalCode: '!',
      emails: [
        { label: 'main', value: 'ada@example.com' },
        { value: 'nobody', label: 'x'.repeat(46) },
      ],
      firstName: '',
      country: 'gbr',
    },
    leadSource: { referrer: 'www.example.com' },
    websiteId: 'x'.repeat(51),
  });
  expect(status).toBe(422);
  expect(headers.get('content-type')).toBe('application/json');
  expect(body).toEqual({
    type: 'about:blank',
    title: 'Validation error',
    status: 422,
    detail: 'The body breaks a rule of the API.',
    invalidFields: [
      { field: 'locale', message: 'Invalid input: expected string, received number' },
      { field: 'taxNumbers.0.value', message: 'Invalid input: expected string, received number' },
      { field: 'taxNumbers.0.type', message: 'Invalid option: expected one of "eu-vat"|"other"' },
      { field: 'taxNumbers.1.type', message: 'Invalid option: expected one of "eu-vat"|"other"' },
      { field: 'taxNumbers.1.value', message: 'Invalid input: expected string, received undefined' },
      { field: 'primaryAddress.postalCode', message: 'Invalid string: must match pattern /^[\\w\\s-]+$/' },
      { field: 'primaryAddress.emails.1.value', message: 'Invalid email address' },
      { field: 'primaryAddress.emails.1.label', message: 'Too big: expected string to have <=45 characters' },
      { field: 'primaryAddress.firstName', message: 'Too small: expected string to have >=1 characters' },
      { field: 'primaryAddress.country', message: 'Too big: expected string to have <=2 characters' },
      { field: 'primaryAddress.country', message: 'Invalid string: must match pattern /^[A-Z]{2}$/' },
      { field: 'leadSource.referrer', message: 'Invalid URI' },
      { field: 'websiteId', message: 'Too big: expected string to have <=50 characters' },
    ],
  });
  expect((await send(emulator, 'GET /customers/ada')).status).toBe(404);
});

test.each([
  ['no body', '', {}, 400],
  ['a body that is not JSON', '{"locale":', {}, 400],
  ['a body that is nested too deep', `{"customFields":{"a":${'['.repeat(600)}${']'.repeat(600)}}}`, {}, 400],
  ['a list', '[1]', {}, 422],
  ['a text', '"Ada"', {}, 422],
  ['null', 'null', {}, 422],
  ['a form', 'locale=en', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415],
  ['a compressed body', '{}', { 'Content-Encoding': 'gzip' }, 415],
  ['a body over 1 MB', JSON.stringify({ customFields: { note: 'x'.repeat(1_000_000) } }), {}, 413],
  ['a body of almost 1 MB', JSON.stringify({ customFields: { note: 'x'.repeat(999_000) } }), {}, 201],
  ['JSON under another name', '{}', { 'Content-Type': 'text/plain' }, 201],
])('%s is answered as it should be', async (_, body, headers, status) => {
  await using emulator = await startEmulator();
  expect(await send(emulator, 'PUT /customers/ada', body, headers)).toMatchObject({ status });
});

test('a body that is no object breaks the rules as a whole', async () => {
  await using emulator = await startEmulator();
  const { body } = await send(emulator, 'POST /customers', '[{}]');
  const message = 'Invalid input: expected object, received array';
  expect(member(body, 'invalidFields')).toEqual([{ message }]);
});

test('JSON without a content type is read', async () => {
  await using emulator = await startEmulator();
  const body = new TextEncoder().encode('{"locale":"fr-FR"}');
  const headers = { 'REB-APIKEY': emulator.apiKey };
  const response = await fetch(`${emulator.url}/customers`, { method: 'POST', headers, body });
  expect(response.status).toBe(201);
});

test('custom fields keep any names and values', async () => {
  await using emulator = await startEmulator();
  const text = '{"constructor":1,"toString":"x","a.b":[true,null,{"c":"é😀"}],"":"","\\u0000":"\\ud800"}';
  const { status } = await send(emulator, 'PUT /customers/ada', `{"customFields":${text}}`);
  expect(status).toBe(201);
  const { body } = await send(emulator, 'GET /customers/ada');
  expect(member(body, 'customFields')).toEqual(JSON.parse(text));
});
