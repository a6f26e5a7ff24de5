import { setTimeout as sleep } from 'node:timers/promises';

import type { CustomersPact } from '@customer-contracts/pact';
import { expect, test, vi } from 'vitest';
import * as z from 'zod';

import { type Access, getJson, id } from './consumers/small-consumer.ts';
import { claimsOf, faultsOf, mutated } from './mutation-runs.ts';

const Email = z.object({ email: z.string().nullable() });
type Email = z.infer<typeof Email>;

const load = (access: Access) => getJson<Email>(access, `/customers/${id}`);

/** A test that compares what the consumer makes of an e-mail with what it makes of the example. */
const emailTest =
  (consumer: (access: Access) => unknown, expected: (example: Email) => unknown = (example) => example) =>
  (pact: CustomersPact) =>
    pact
      .getCustomer({ id })
      .reads(Email)
      .test(async (access) => {
        expect(await consumer(access)).toEqual(expected(access.example));
      });

const eleven = [
  'email',
  'firstName',
  'lastName',
  'locale',
  'personId',
  'preferredPayoutInstrumentId',
  'lastPaymentTime',
  'company',
  'defaultPaymentInstrument',
  'taxNumbers',
  'primaryAddress',
];
const ofAddress = [
  'firstName',
  'lastName',
  'organization',
  'address',
  'address2',
  'city',
  'region',
  'country',
  'postalCode',
  'dob',
];

const nullable = (names: readonly string[]) => z.object(Object.fromEntries(names.map((name) => [name, z.unknown()])));

/** Which members are null in each answer of a kind that the test has met, `-` where they are not there. */
async function gapsMet(reads: z.ZodObject, names: readonly string[], seed: number) {
  const met: string[][] = [];
  const record = await mutated(
    (pact) =>
      pact
        .getCustomer({ id })
        .reads(reads)
        .only('complete')
        .test(async (access) => {
          const body = await getJson<Record<string, unknown>>(access, `/customers/${id}`);
          expect(body).toEqual(access.example);
          met.push(names.map((name) => stateOf(body, name)));
        }),
    { seed },
  );
  const rows = record.mutations.filter(({ changes }) => changes.every(({ claim }) => claim === 'may be null'));
  return { met, rows: rows.filter(({ kind }) => kind === 'tolerance').length };
}

function stateOf(body: unknown, path: string): string {
  const [name = '', ...rest] = path.split('.');
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return '-';
  const value: unknown = Reflect.get(body, name);
  if (rest.length > 0) return stateOf(value, rest.join('.'));
  return value === null ? 'null' : 'there';
}

test.each([1, 2, 3])('meets all pairs of eleven nullable members in at most 12 answers, seed %i', async (seed) => {
  const { met, rows } = await gapsMet(nullable(eleven), eleven, seed);

  expect(rows).toBeLessThanOrEqual(12);
  for (const [one] of eleven.entries()) {
    for (let other = one + 1; other < eleven.length; other += 1) {
      const pairs = new Set(met.map((states) => `${states[one]} ${states[other]}`));
      expect(pairs).toEqual(new Set(['there there', 'there null', 'null there', 'null null']));
    }
  }
});

test('leaves out what is inside of a null, and meets all pairs beside it', async () => {
  const Address = z.object(Object.fromEntries(ofAddress.map((name) => [name, z.string().nullable()]))).nullable();
  const names = ['primaryAddress', ...ofAddress.map((name) => `primaryAddress.${name}`)];
  const { met, rows } = await gapsMet(z.object({ primaryAddress: Address }), names, 1);

  expect(rows).toBeLessThanOrEqual(12);
  for (let one = 1; one < names.length; one += 1) {
    expect(new Set(met.map((states) => `${states[0]} ${states[one]}`))).toEqual(
      new Set(['there there', 'there null', 'null -']),
    );
    for (let other = one + 1; other < names.length; other += 1) {
      const pairs = new Set(met.map((states) => `${states[one]} ${states[other]}`));
      expect(pairs).toEqual(new Set(['there there', 'there null', 'null there', 'null null', '- -']));
    }
  }
});

test('names the smallest set of changes, and what another one hid', async () => {
  const Both = z.object({
    email: z.string().nullable(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
  });
  const record = await mutated((pact) =>
    pact
      .getCustomer({ id })
      .reads(Both)
      .only('complete')
      .test(async (access) => {
        const { email, firstName, lastName } = await getJson<z.infer<typeof Both>>(access, `/customers/${id}`);
        if (email === null) throw new Error('no e-mail');
        if (firstName === null && lastName === null) throw new Error('no name');
        expect({ email, firstName, lastName }).toEqual(access.example);
      }),
  );

  expect(new Set(faultsOf(record))).toEqual(
    new Set(['tolerance: email may be null', 'tolerance: firstName may be null and lastName may be null']),
  );
});

test('says what broke the code, and the line', async () => {
  const record = await mutated((pact) =>
    pact
      .getCustomer({ id })
      .reads(Email)
      .only('complete')
      .test(async (access) => {
        const shout = async () => {
          const { email } = await load(access);
          if (email === null) throw new TypeError('nobody to write to');
          return email.toUpperCase();
        };
        expect(await shout()).toBe(access.example.email?.toUpperCase());
      }),
  );

  expect(record.mutations.find(({ outcome }) => outcome === 'broke')?.message).toMatch(
    /^email may be null: TypeError: nobody to write to at test\/mutations\.test\.ts:\d+:\d+$/,
  );
});

test('tells code that stumbles inside of the test from a test that stumbles over its example', async () => {
  const run = (check: (email: string, example: string) => void) =>
    mutated((pact) =>
      pact
        .getCustomer({ id })
        .reads(Email)
        .only('complete')
        .test(async (access) => {
          const { email } = await getJson<{ email: string }>(access, `/customers/${id}`);
          const example = z.object({ email: z.custom<string>() }).parse(access.example);
          expect(email).toBe(example.email);
          check(email, example.email);
        }),
    );

  expect(faultsOf(await run((email) => email.trim()))).toEqual(['tolerance: email may be null']);
});

test('skips the failed assertions of a test that holds literals, and counts what the code throws', async () => {
  const literal = 'a@b';
  const make = (consumer: (email: string | null) => string) =>
    mutated((pact) =>
      pact
        .getCustomer({ id })
        .reads(Email)
        .only('complete')
        .test(async (access) => {
          const show = async () => consumer((await load(access)).email);
          expect((await show()).length).toBe('dorothy.sanchez0@s1.en-us.example.com'.length);
          expect(literal).toBe('a@b');
        }),
    );

  const sound = await make((email) => email ?? 'nobody');
  expect(sound.bound).toBe('it holds literals of its record');
  expect(faultsOf(sound)).toEqual([]);
  expect(sound.mutations.filter(({ outcome }) => outcome === 'skipped').length).toBeGreaterThan(0);
  expect(faultsOf(await make((email) => (email === null ? fail() : email)))).toEqual(['tolerance: email may be null']);
});

function fail(): never {
  throw new Error('no e-mail');
}

test('names a test as stateful that keeps earlier answers, and does not score it', async () => {
  const kept = new Map<string, Email>();
  const record = await mutated((pact) =>
    pact.getCustomer({ id }).test(async (access) => {
      if (!kept.has(id)) kept.set(id, await load(access));
      expect(kept.size).toBe(1);
    }),
  );

  expect(record.stateful).toBe('it passed without a request: it keeps an earlier answer');
  expect(record.mutations).toEqual([]);
});

test('names a test as stateful that fails at the end', async () => {
  let calls = 0;
  const record = await mutated(
    emailTest(async (access) => {
      calls += 1;
      if (calls > 12) throw new Error(`call ${calls}`);
      return load(access);
    }),
  );

  expect(record.stateful).toMatch(/^Error: call \d+ at test\/mutations\.test\.ts:/);
  expect(record.mutations).toEqual([]);
});

test('asks of a test of a problem only that no success passes for it', async () => {
  const find = async ({ baseUrl, apiKey }: Access) => {
    const { status } = await fetch(`${baseUrl}/customers/${id}`, { headers: { 'REB-APIKEY': apiKey } });
    return status;
  };
  const run = (isRight: (status: number) => boolean) =>
    mutated((pact) =>
      pact
        .getCustomer({ id })
        .respondsWith(404)
        .test(async (access) => {
          expect(isRight(await find(access))).toBe(true);
        }),
    );

  const sound = await run((status) => status >= 400);
  expect(sound.mutations.filter(({ kind }) => kind === 'refusal').map(({ changes }) => claimsOf(changes))).toEqual([
    'status is 200',
  ]);
  expect(faultsOf(sound)).toEqual([]);
  expect(faultsOf(await run((status) => status > 0))).toEqual(['refusal: status is 200']);
});

test('tells a client that waits for the limit that it is over now', async () => {
  const waits: number[] = [];
  const record = await mutated((pact) =>
    pact.deleteCustomer({ id, targetCustomerId: 'cus_02' }).test(async ({ baseUrl, apiKey }) => {
      const ask = () =>
        fetch(`${baseUrl}/customers/${id}?targetCustomerId=cus_02`, {
          method: 'DELETE',
          headers: { 'REB-APIKEY': apiKey },
        });
      let answer = await ask();
      if (answer.status === 429) {
        waits.push(Number(answer.headers.get('X-RateLimit-Retry-After')) * 1000 - Date.now());
        answer = await ask();
      }
      expect(answer.status).toBe(204);
    }),
  );

  expect(faultsOf(record)).toEqual([]);
  expect(waits).toHaveLength(1);
  expect(Math.max(...waits)).toBeLessThanOrEqual(0);
});

test.each<[string, () => unknown]>([
  ['process.exit(3) was called', () => process.exit(3)],
  ['it came beside', () => void Promise.reject(new Error('it came beside'))],
  [
    'it came later',
    () => {
      setTimeout(() => {
        throw new Error('it came later');
      });
      return sleep(20);
    },
  ],
])('ends one run only, and says that %s', async (message, leave) => {
  const record = await mutated((pact) =>
    pact
      .getCustomer({ id })
      .reads(Email)
      .only('complete')
      .test(async (access) => {
        const answer = await load(access);
        if (answer.email === null) await leave();
        expect(answer).toEqual(access.example);
      }),
  );

  expect(record.mutations.filter(({ outcome }) => outcome === 'broke').map((each) => each.message)).toEqual([
    expect.stringMatching(new RegExp(`^email may be null: Error: ${message.replace(/[()]/g, String.raw`\$&`)}`)),
  ]);
});

test('puts timers back that a run has faked, and cuts off requests that come late', async () => {
  const before = setTimeout;
  const late: string[] = [];
  const record = await mutated(
    emailTest(async (access) => {
      const answer = await load(access);
      vi.useFakeTimers();
      void sleep(30)
        .then(() => load(access))
        .catch((error: unknown) => late.push(String(error)));
      return answer;
    }),
    { max: 3 },
  );
  const after = setTimeout;
  vi.useRealTimers();

  expect(after).toBe(before);
  expect(faultsOf(record)).toEqual([]);
  await vi.waitFor(() => expect(late.length).toBeGreaterThan(0));
});

test('stops at the budget, the most telling first, and says what it left out', async () => {
  const whole = await mutated(emailTest(load));
  const some = await mutated(emailTest(load), { max: 4 });

  expect(some.mutations).toEqual(whole.mutations.slice(0, 4));
  expect(some.leftOut).toBe(whole.mutations.length - 4);
});

test('does the same for the same seed, and the parts of a run are the whole', async () => {
  const [whole, again, first, second] = [
    await mutated(emailTest(load)),
    await mutated(emailTest(load)),
    await mutated(emailTest(load), { part: { index: 1, count: 2 } }),
    await mutated(emailTest(load), { part: { index: 2, count: 2 } }),
  ];

  expect(again).toEqual(whole);
  const keys = (mutations: typeof whole.mutations) => mutations.map((each) => JSON.stringify(each)).toSorted();
  expect(keys([...first.mutations, ...second.mutations])).toEqual(keys(whole.mutations));
});

test('mutates each interaction of a flow, the others as they are', async () => {
  const record = await mutated((pact) =>
    pact
      .flow(
        pact.getCustomer({ id }).reads(Email),
        pact.getCustomer({ id: 'cus_02' }).reads(Email).as('another customer'),
      )
      .test(async ({ baseUrl, apiKey, examples }) => {
        const access = { baseUrl, apiKey };
        const both = async () => {
          const { email } = await getJson<{ email: string }>(access, '/customers/cus_02');
          return [await load(access), { email: email.slice(0) }];
        };
        expect(await both()).toEqual(examples);
      }),
  );

  expect(faultsOf(record)).toEqual(['tolerance: email may be null']);
});

test('has nothing to say where the code goes on to ask for what the test does not answer', async () => {
  const record = await mutated((pact) =>
    pact
      .getCustomerCollection({ limit: 4 })
      .reads(z.object({ id: z.string() }))
      .test(async (access) => {
        const all: unknown[] = [];
        for (let offset = 0; ; offset += 4) {
          const page = await getJson<unknown[]>(access, `/customers?limit=4${offset === 0 ? '' : `&offset=${offset}`}`);
          all.push(...page);
          if (page.length < 4) break;
        }
        expect(all).toEqual(access.example);
      }),
  );

  expect(faultsOf(record)).toEqual([]);
  expect(record.mutations.find(({ outcome }) => outcome === 'skipped')?.message).toBe(
    'the code went on to ask for GET /customers?limit=4&offset=4, to which the test has no answer',
  );
});

test('counts what expect.soft has noted, and leaves the test green', async () => {
  const record = await mutated((pact) =>
    pact
      .getCustomer({ id })
      .reads(Email)
      .test(async (access) => {
        expect.soft(await load(access)).toEqual(access.example);
      }),
  );

  expect(record.mutations.filter(({ kind }) => kind === 'sensitivity')).toEqual([
    expect.objectContaining({ outcome: 'survived' }),
  ]);
});

test('leaves alone what the request has settled: members that a write sends, and the id that it asks for', async () => {
  const body = { primaryAddress: { firstName: 'Ada', lastName: 'Lovelace' } };
  const Written = z.object({
    id: z.string(),
    email: z.string().nullable(),
    primaryAddress: z.object({ firstName: z.string().nullable(), city: z.string().nullable() }).nullable(),
  });
  const record = await mutated((pact) =>
    pact
      .putCustomer({ id, body })
      .respondsWith(200)
      .reads(Written)
      .test(async ({ baseUrl, apiKey, example }) => {
        const response = await fetch(`${baseUrl}/customers/${id}`, {
          method: 'PUT',
          headers: { 'REB-APIKEY': apiKey, 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        });
        const saved: unknown = await response.json();
        expect(saved).toEqual(example);
        expect(saved).toMatchObject({ id, primaryAddress: { firstName: 'Ada' } });
      }),
  );

  expect(faultsOf(record)).toEqual([]);
  const changed = record.mutations.filter(({ kind }) => kind === 'tolerance').flatMap(({ changes }) => changes);
  expect(new Set(changed.map(({ member }) => member))).toEqual(
    new Set(['email', 'primaryAddress.city', '', 'primaryAddress']),
  );
  expect(changed.filter(({ member }) => member === 'primaryAddress').map(({ claim }) => claim)).toEqual([
    'may have members that the API does not document yet',
  ]);
});
