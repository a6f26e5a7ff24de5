// What plain pact-js does, defect by defect. A process of its own, because it prints from native code; writes what came
// of each defect into the file that it is given: `node --experimental-strip-types plain-pact-js.ts outcomes.json`.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { MatchersV3, PactV4, Verifier, type V3MockServer } from '@pact-foundation/pact';

const { decimal, eachLike, fromProviderState, integer, regex, string } = MatchersV3;

/** Runs some contract tests in a directory of their own. What they wrote is there in `file`. */
async function inDirectory<Outcome>(run: (pact: () => PactV4, file: string) => Promise<Outcome>): Promise<Outcome> {
  const dir = mkdtempSync(join(tmpdir(), 'plain-'));
  try {
    const pact = () => new PactV4({ consumer: 'plain', provider: 'customers', dir, logLevel: 'error' });
    return await run(pact, join(dir, 'plain-customers.json'));
  } finally {
    rmSync(dir, { recursive: true });
  }
}

interface ContractTest {
  readonly description?: string;
  readonly path?: string | ReturnType<typeof fromProviderState<string>>;
  readonly body?: unknown;
  readonly state?: string;
  readonly client?: (mock: V3MockServer) => Promise<unknown>;
}

/** A contract test about a customer, as a team writes it. */
function contractTest(
  pact: PactV4,
  {
    description = 'a request for a customer',
    path = '/customers/cus_01',
    body = { id: 'cus_01' },
    state = 'a customer exists',
    client = (mock) => load(mock, 'cus_01'),
  }: ContractTest,
): Promise<unknown> {
  return pact
    .addInteraction()
    .given(state)
    .uponReceiving(description)
    .withRequest('GET', path, (request) => request.headers({ 'REB-APIKEY': 'my-real-key' }))
    .willRespondWith(200, (response) => response.jsonBody(body))
    .executeTest(client);
}

/** The team's client. */
async function load({ url }: V3MockServer, id: string, path = `/customers/${id}`): Promise<unknown> {
  const response = await fetch(`${url}${path}`, { headers: { 'REB-APIKEY': 'my-real-key' } });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}

const outcomeOf = (test: Promise<unknown>): Promise<string> =>
  test.then(
    () => 'passes',
    (error: unknown) => `fails: ${error instanceof Error ? error.message : String(error)}`,
  );

const read = (file: string): string => readFileSync(file, 'utf8');

/** Whether a provider that answers this body honours what some tests wrote, by its own verifier. */
async function isHonoured(file: string, answer: unknown, stateHandlers = {}): Promise<string> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const verifier = new Verifier({
    provider: 'customers',
    providerBaseUrl: `http://127.0.0.1:${port}`,
    pactUrls: [file],
    logLevel: 'error',
    stateHandlers,
  });
  const outcome = await outcomeOf(verifier.verifyProvider());
  server.closeAllConnections();
  server.close();
  return outcome.slice(0, outcome.indexOf(':') === -1 ? undefined : outcome.indexOf(':'));
}

/** What becomes of a contract about such a body when the provider answers another. */
const verified = (body: unknown, answer: unknown): Promise<string> =>
  inDirectory(async (pact, file) => {
    await contractTest(pact(), { body });
    return isHonoured(file, answer);
  });

// 15, which shows in what is printed; first, because the level of the log can be set once.
await inDirectory((_, file) =>
  contractTest(new PactV4({ consumer: 'plain', provider: 'customers', dir: join(file, '..') }), {}),
);

const outcomes = {
  3: await inDirectory(async (pact, file) => {
    await contractTest(pact(), {});
    await contractTest(pact(), { description: 'another', state: 'a state that nobody handles' });
    const stateHandlers = { 'a customer exists': () => Promise.reject(new Error('the database is down')) };
    return isHonoured(file, { id: 'cus_01' }, stateHandlers);
  }),
  4: await inDirectory(async (pact, file) => {
    await contractTest(pact(), { body: { id: 'cus_01' } });
    await contractTest(pact(), { body: { id: 'cus_02' } });
    return /cus_02/.test(read(file)) && !/"id": "cus_01"/.test(read(file)) ? 'the second one is left' : 'both are left';
  }),
  5: await inDirectory(async (pact) => {
    const one = pact();
    const tests = Array.from({ length: 12 }, (_, index) =>
      contractTest(one, {
        description: `a request for customer ${index}`,
        path: `/customers/cus_${index}`,
        client: (mock) => load(mock, `cus_${index}`),
      }),
    );
    const settled = await Promise.allSettled(tests);
    return settled.filter(({ status }) => status === 'rejected').length;
  }),
  6: await inDirectory((pact) =>
    outcomeOf(
      contractTest(pact(), {
        path: fromProviderState('/customers/${id}', '/customers/cus_01'),
        client: (mock) => load(mock, '', '/totally/other'),
      }),
    ),
  ),
  7: await verified({ email: string('ann@example.com') }, { email: null }),
  8: {
    items: await verified({ tags: eachLike({ name: string('vip') }, 0) }, { tags: [{ name: 5 }] }),
    query: await inDirectory(async (pact, file) => {
      await pact()
        .addInteraction()
        .uponReceiving('a list of customers')
        // @ts-expect-error the types refuse it; JavaScript, where most such tests are written, does not
        .withRequest('GET', '/customers', (request) => request.query({ sort: eachLike('lastName') }))
        .willRespondWith(200)
        .executeTest(({ url }) => fetch(`${url}/customers?sort=lastName`));
      return /"sort": \[\s*(".*")\s*\]/.exec(read(file))?.[1];
    }),
  },
  9: {
    prefix: await verified({ id: regex('^cus', 'cus') }, { id: 'cus_01' }),
    number: await verified({ id: regex('\\d+', '1') }, { id: 5 }),
    random: await inDirectory(async (pact) => {
      const answers: unknown[] = [];
      const client = async (mock: V3MockServer) => answers.push(await load(mock, 'cus_01'));
      for (const description of ['one', 'other'])
        await contractTest(pact(), { description, client, body: { count: integer(), amount: decimal() } });
      return JSON.stringify(answers[0]) === JSON.stringify(answers[1]) ? 'the same answer' : 'another answer';
    }),
  },
  10: await inDirectory(async (pact, file) => {
    await contractTest(pact(), {});
    return read(file).includes('my-real-key') ? 'the key is in the file' : 'no key is in the file';
  }),
  11: await inDirectory((pact) => outcomeOf(contractTest(pact(), { client: (mock) => load(mock, 'undefined') }))),
  13: await inDirectory(async (pact, file) => {
    for (const description of ['kept', 'deleted']) await contractTest(pact(), { description });
    await contractTest(pact(), { description: 'kept' });
    return /"deleted"/.test(read(file)) ? 'the deleted test is in the file' : 'it is gone';
  }),
  14: await inDirectory(async (pact, file) => {
    // The team's own example, from a faker, say
    const runs: string[] = [];
    for (let run = 0; run < 2; run += 1) {
      await contractTest(pact(), { body: { id: string(randomUUID()) } });
      runs.push(read(file));
    }
    return runs[0] === runs[1] ? 'the same bytes' : 'other bytes';
  }),
};

writeFileSync(process.argv[2] ?? '', JSON.stringify(outcomes));
