import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { bundles } from './bundles.ts';
import { guard } from './guard.ts';
import { inTurn, type Rounds, type Row, row } from './row.ts';

const rounds = 21;

/** What importing a package costs a new process, beside importing what it would be compared with. */
export async function imports(): Promise<Row[]> {
  return [
    row(
      'import @customer-contracts/schemas | zod',
      'ms',
      await measured(`import('@customer-contracts/schemas')`, `import('zod')`),
      { atMost: 1.3 },
    ),
    row(
      'import @customer-contracts/fixtures | @faker-js/faker/locale/en',
      'ms',
      await measured(`import('@customer-contracts/fixtures')`, `import('@faker-js/faker/locale/en')`),
      { atMost: 1 },
    ),
    row(
      "import @customer-contracts/pact | require('@pact-foundation/pact')",
      'ms',
      await measured(`import('@customer-contracts/pact')`, `createRequire(import.meta.url)('@pact-foundation/pact')`),
      { atMost: 0.5 },
    ),
    row(
      'until the first test of a consumer begins: pact | plain pact-js',
      'ms',
      await measured(ourFirstTest, plainFirstTest),
      { atMost: 0.5 },
    ),
    ...(await bundles()),
    ...(await guard()),
  ];
}

/** What both consumers read with. */
const summary = `const z = await import('zod');
    const Summary = z.object({ id: z.string(), email: z.email().nullable() });`;

const ourFirstTest = `import('@customer-contracts/pact').then(async ({ customersPact }) => {
    ${summary}
    const customer = customersPact({ consumer: 'benchmark' }).getCustomer({ id: 'cus_01' });
    await customer.reads(Summary).test(stop)();
  })`;

const plainFirstTest = `import('@pact-foundation/pact').then(async ({ default: { MatchersV3, PactV4 } }) => {
    ${summary}
    await new PactV4({ consumer: 'benchmark', provider: 'rebilly-customers-api', logLevel: 'warn' })
      .addInteraction()
      .given('a customer exists', { id: 'cus_01' })
      .uponReceiving('a request for a customer')
      .withRequest('GET', '/customers/cus_01', (request) => request.headers({ 'REB-APIKEY': 'benchmark' }))
      .willRespondWith(200, (response) =>
        response.jsonBody({ id: MatchersV3.string('cus_01'), email: MatchersV3.string('ann@example.com') }))
      .executeTest(stop);
  })`;

async function measured(ours: string, peer: string): Promise<Rounds> {
  return inTurn(
    rounds,
    () => milliseconds(ours),
    () => milliseconds(peer),
  );
}

/** Runs an import in a process of its own. The time ends with it, or where it calls `stop`; it is without the start of Node. */
async function milliseconds(importing: string): Promise<number> {
  const program = `import { writeSync } from 'node:fs';
    import { createRequire } from 'node:module';
    const start = performance.now();
    const stop = () => {
      writeSync(1, String(performance.now() - start));
      process.exit();
    };
    await ${importing};
    stop();`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: import.meta.dirname,
    env: { ...process.env, PACT_DO_NOT_TRACK: 'true' },
  });
  return Number(stdout);
}
