import { type RunningEmulator, startEmulator } from '@customer-contracts/emulator';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { send } from './send.ts';

let emulator: RunningEmulator;

const customers = {
  john: {
    locale: 'en-US',
    websiteId: 'web_A',
    customFields: {
      vip: true,
      level: 3,
      since: '2021-05-01T00:00:00Z',
      kinds: ['a', 'B'],
      'a"b': 1,
      plan: { name: 'Gold' },
    },
    notificationEmails: ['john@work.test'],
    taxNumbers: [{ type: 'eu-vat', value: 'GB980780684' }],
    primaryAddress: {
      firstName: 'John',
      lastName: 'Doe',
      country: 'US',
      dob: '1980-04-01',
      emails: [{ label: 'main', value: 'john@example.com' }],
    },
  },
  bob: {
    websiteId: 'web_B',
    customFields: { vip: 'true', level: '3', born: '1990-04-01' },
    primaryAddress: {
      firstName: 'Bob',
      lastName: 'Doe',
      country: 'CA',
      dob: '1990-04-01',
      emails: [
        { label: 'main', value: 'bob@example.com' },
        { label: 'work', value: 'Bob@Work.test' },
      ],
      phoneNumbers: [{ label: 'main', value: '555' }],
    },
  },
  zoe: { customFields: { vip: false, level: 10 }, primaryAddress: { firstName: 'ZOË', country: 'IR' } },
  empty: {},
};

beforeAll(async () => {
  let days = 0;
  const clock = () => new Date(Date.UTC(2021, 1, 14 + days, 13, 30));
  emulator = await startEmulator({ clock, valueLists: { sanctioned: ['IR', 'KP'], none: [] } });
  for (const [id, body] of Object.entries(customers)) {
    await send(emulator, `PUT /customers/${id}`, body);
    days += 1;
  }
});
afterAll(() => emulator.close());

const everyone = ['bob', 'empty', 'john', 'zoe'];

test.each([
  ['firstName:john', ['john']],
  ['firstName:John,Bob', ['bob', 'john']],
  ['firstName:John;lastName:Doe', ['john']],
  ['firstName:John;lastName:Smith', []],
  ['firstName:!John', ['bob', 'empty', 'zoe']],
  ['firstName:!John,!Bob', ['empty', 'zoe']],
  ['lastName:doe,!smith', ['bob', 'john']],
  ['lastName:Doe;lastName:!Doe', []],
  ['firstName:zoë', ['zoe']],
  ['primaryAddress.country:US,CA', ['bob', 'john']],
  ['paymentCount:1..10', []],
  ['paymentCount:..0', everyone],
  ['invoiceCount:0', everyone],
  ['revision:1', everyone],
  ['revision:!1..', []],
  ['createdTime:2021-02-14T13:30:00Z', ['john']],
  ['createdTime:2021-02-14T14:30:00+01:00', ['john']],
  ['createdTime:2021-02-15T00:00:00Z..2021-02-16T23:59:59Z', ['bob', 'zoe']],
  ['updatedTime:2021-02-16T13:30:00Z..', ['empty', 'zoe']],
  ['lastPaymentTime:2026-01-01T00:00:00Z..', []],
  ['email:BOB@example.com', ['bob']],
  ['email:!bob@example.com', ['empty', 'john', 'zoe']],
  ['primaryAddress.country:@sanctioned', ['zoe']],
  ['primaryAddress.country:!@sanctioned', ['bob', 'empty', 'john']],
  ['primaryAddress.country:@none', []],
  ['hasFulfilledKyc:true', []],
  ['hasFulfilledKyc:FALSE;lifetimeRevenue.amount:..1000', everyone],
  ['averageValue:0;lifetimeRevenue.currency:usd', everyone],
  ['customFields.vip:true', ['bob', 'john']],
  ['customFields.vip:!true', ['empty', 'zoe']],
  ['customFields.level:3', ['bob', 'john']],
  ['customFields.level:3..', ['john', 'zoe']],
  ['customFields.since:2021-01-01T00:00:00Z..2022-01-01T00:00:00Z', ['john']],
  ['customFields.since:2021-05-01T02:00:00+02:00', ['john']],
  ['customFields.since:..2020-01-01', []],
  ['customFields.since:3..', []],
  ['customFields.born:1990-01-01..', ['bob']],
  ['customFields.level:..2020-01-01T00:00:00Z', []],
  ['customFields.kinds:b', ['john']],
  ['customFields.a"b:1', ['john']],
  ['customFields.plan.name:gold', ['john']],
  ['customFields.nothing:1', []],
  ['websiteId:web_A,web_B;createdTime:..2021-02-14T23:00:00Z', ['john']],
  ['primaryAddress.emails.value:bob@work.test', ['bob']],
  ['primaryAddress.emails:john@example.com', ['john']],
  ['primaryAddress.*.email:john@example.com', ['john']],
  ['primaryAddress.phoneNumbers.value:555', ['bob']],
  ['primaryAddress.emails.value:!bob@work.test', ['empty', 'john', 'zoe']],
  ['primaryAddress.dob:1980-04-01', ['john']],
  ['primaryAddress.dob:1985-01-01..', ['bob']],
  ['taxNumbers.type:EU-VAT', ['john']],
  ['notificationEmails:JOHN@work.test', ['john']],
  ['tags:vip', []],
  ['tags.name:!vip', everyone],
  ['id:john', ['john']],
  ['organizationId:demo', everyone],
  ['', everyone],
])('%s', async (filter, found) => {
  const { status, body } = await send(
    emulator,
    `GET /customers?sort=id&fields=id&filter=${encodeURIComponent(filter)}`,
  );
  expect(status).toBe(200);
  expect(body).toEqual(found.map((id) => ({ id })));
});

test.each([
  [
    'firstName',
    'Failed to parse filter: the clause "firstName" has no ":". Write a field, ":" and a value, as in firstName:John.',
  ],
  ['shoeSize:43', 'There is no field "shoeSize".'],
  ['constructor:1', 'There is no field "constructor".'],
  ['primaryAddress:London', 'There is no field "primaryAddress".'],
  ['_links.rel:self', 'There is no field "_links.rel".'],
  ['paymentToken:1', 'There is no field "paymentToken".'],
  ['firstName:a..b', '"a..b" is not a range of "firstName", which is a text.'],
  ['paymentCount:many', '"many" is not a value of "paymentCount", which is a number.'],
  ['paymentCount:1..many', '"1..many" is not a range of "paymentCount", which is a number.'],
  ['hasFulfilledKyc:1', '"1" is not a value of "hasFulfilledKyc", which is a boolean.'],
  ['hasFulfilledKyc:constructor', '"constructor" is not a value of "hasFulfilledKyc", which is a boolean.'],
  [
    'customFields.level:1..2020-01-01',
    '"1..2020-01-01" is not a range of "customFields.level", which is a custom field.',
  ],
  ['createdTime:2021-02-14', '"2021-02-14" is not a value of "createdTime", which is a date-time.'],
  ['primaryAddress.dob:1.4.1980', '"1.4.1980" is not a value of "primaryAddress.dob", which is a date.'],
  ['primaryAddress.country:@friends', 'There is no list "friends".'],
  ['primaryAddress.country:@constructor', 'There is no list "constructor".'],
  [Array.from({ length: 201 }, () => 'id:a').join(';'), 'It has more than 200 clauses.'],
])('%s is refused', async (filter, message) => {
  const { status, body } = await send(emulator, `GET /customers?filter=${encodeURIComponent(filter)}`);
  expect(status).toBe(400);
  expect(body).toMatchObject({ status: 400, invalidFields: [{ field: 'filter', message }] });
});

test('a filter may have as many values and clauses as fit', async () => {
  const values = Array.from({ length: 1500 }, (_, index) => `v${index}`);
  expect((await send(emulator, `GET /customers?filter=id:john,${values.join(',')}`)).body).toHaveLength(1);
  const clauses = Array.from({ length: 200 }, () => 'paymentCount:!1..2,!3..4');
  expect((await send(emulator, `GET /customers?filter=${clauses.join(';')}`)).body).toHaveLength(4);
});
