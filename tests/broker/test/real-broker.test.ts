import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { type RunningEmulator, startEmulator } from '@customer-contracts/emulator';
import { customersPact, mergeShards, readShards } from '@customer-contracts/pact';
import { type BrokerOptions, emulatorStates, type Verification, verifyProvider } from '@customer-contracts/pact/verify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';

import { brokerFolder } from '../src/bundle.ts';
import { command, settingsOf } from '../src/command.ts';
import { composeBroker } from '../src/compose-file.ts';
import { type RunningBroker, startBroker, users } from '../src/start-broker.ts';

const run = promisify(execFile);

let broker: RunningBroker;
let emulator: RunningEmulator;
let folder: string;

beforeAll(async () => {
  broker = await startBroker();
  emulator = await startEmulator({ providerStates: true });
  mkdirSync(join(brokerFolder, '.vitest'), { recursive: true });
  folder = mkdtempSync(join(brokerFolder, '.vitest/pacts-'));
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await emulator[Symbol.asyncDispose]();
  await broker[Symbol.asyncDispose]();
});

async function pactBroker(...parameters: readonly string[]): Promise<string> {
  return command(broker, 'pact-broker', ...parameters);
}

/** Makes the contract of a consumer that reads these members of a customer, from a clean start, and publishes it. */
async function publish(
  consumer: string,
  version: string,
  members: readonly ('id' | 'referredBy')[],
  branch = 'main',
): Promise<string> {
  const directory = mkdtempSync(join(folder, 'contract-'));
  const reader = z.object(Object.fromEntries(members.map((member) => [member, z.string()])));
  const read = customersPact({ consumer, directory }).getCustomer({ id: 'cus_01' }).allow('referredBy', 'Ann');
  await read
    .reads(reader)
    .only('complete')
    .test(async ({ baseUrl, apiKey }) => {
      await fetch(`${baseUrl}/customers/cus_01`, { headers: { 'REB-APIKEY': apiKey } });
    })();
  mergeShards(readShards(join(directory, '.shards')));
  rmSync(join(directory, '.shards'), { recursive: true });
  return pactBroker('publish', directory, '--consumer-app-version', version, '--branch', branch);
}

/** Verifies the emulator from the broker; `consumer` alone. */
async function verify(consumer: string, options: BrokerOptions = {}): Promise<Verification> {
  return verifyProvider({
    baseUrl: emulator.url,
    states: emulatorStates({ url: emulator.url }),
    broker: {
      url: broker.url,
      ...users.writer,
      consumerVersionSelectors: [
        { consumer, mainBranch: true },
        { consumer, deployedOrReleased: true },
      ],
      ...options,
    },
  });
}

test('takes a contract that was made twice under one version', async () => {
  expect(await publish('twice', '1.0.0', ['id'])).toContain('Pact successfully published');
  expect(await publish('twice', '1.0.0', ['id'])).toContain('republished');
});

test('publishes the result of a contract that two versions share', async () => {
  await publish('shared', '1.0.0', ['id']);
  await publish('shared', '1.0.1', ['id']);

  const { interactions } = await verify('shared', { version: '7d3c9f0', branch: 'main' });

  expect(interactions).toMatchObject([{ consumer: 'shared', isPassed: true }]);
  const can = ['--pacticipant', 'rebilly-customers-api', '--version', '7d3c9f0'];
  for (const version of ['1.0.0', '1.0.1']) {
    const answer = await pactBroker('can-i-deploy', '--pacticipant', 'shared', '--version', version, ...can);
    expect(answer).toContain('Computer says yes');
  }
});

test('tells the cell and the variant of what it verified, of each version of a consumer', async () => {
  await publish('two-versions', '1.0.0', ['id']);
  await verify('two-versions', { version: '7d3c9f1', branch: 'main' });
  await pactBroker('record-deployment', '--pacticipant', 'two-versions', '--version', '1.0.0', '--environment', 'test');
  await publish('two-versions', '2.0.0', []);

  const { interactions } = await verify('two-versions');

  expect(interactions).toMatchObject(
    ['get a customer: 200, complete, reading id', 'get a customer: 200, complete'].map((description) => ({
      consumer: 'two-versions',
      description,
      cell: 'getCustomer 200',
      variant: 'complete',
      isPassed: true,
    })),
  );
});

test('holds a wish back as pending: it fails no verification, and cannot be deployed', async () => {
  await publish('wishful', '1.0.0', ['referredBy']);

  const { interactions } = await verify('wishful', { version: '7d3c9f1', branch: 'main', isPendingEnabled: true });

  expect(interactions).toMatchObject([
    {
      consumer: 'wishful',
      isPassed: false,
      isPending: true,
      reasons: ['$: Actual map is missing the following keys: referredBy'],
    },
  ]);
  await pactBroker(
    'record-deployment',
    '--pacticipant',
    'rebilly-customers-api',
    '--version',
    '7d3c9f1',
    '--environment',
    'production',
  );
  await expect(
    pactBroker('can-i-deploy', '--pacticipant', 'wishful', '--version', '1.0.0', '--to-environment', 'production'),
  ).rejects.toMatchObject({ code: 1 });
});

test('takes the work in progress of a branch as pending, where it is asked for', async () => {
  await publish('in-progress', '1.0.0', ['referredBy'], 'referrals');
  const options = { version: '7d3c9f1', branch: 'main', isPendingEnabled: true, includeWipPactsSince: '2026-01-01' };

  const { interactions } = await verify('in-progress', options);

  expect(interactions.filter(({ consumer }) => consumer === 'in-progress')).toMatchObject([
    { isPassed: false, isPending: true, cell: 'getCustomer 200' },
  ]);
});

test('takes it that nobody has a contract with a provider yet, where it is told so', async () => {
  const states = emulatorStates({ url: emulator.url });
  const access = { url: broker.url, ...users.writer };

  expect(
    await verifyProvider({
      baseUrl: emulator.url,
      states,
      broker: access,
      provider: 'nobody',
      failIfNoPactsFound: false,
    }),
  ).toEqual({ interactions: [] });
});

test('publishes nothing for a user who may only read, and says so', async () => {
  await publish('read-only', '1.0.0', ['id']);

  await expect(verify('read-only', { ...users.reader, version: '7d3c9f2', branch: 'main' })).rejects.toMatchObject({
    name: 'VerificationError',
    message:
      'Failed to publish the verification of rebilly-customers-api: the broker has no results for read-only 1.0.0. ' +
      'Check that the credentials may write.',
    verification: { interactions: [{ isPassed: true }] },
  });
});

test('says that the broker refuses a password', async () => {
  await expect(verify('anybody', { username: 'ci', password: 'wrong' })).rejects.toMatchObject({
    name: 'BrokerError',
    message:
      `Failed to use the Pact Broker at ${broker.url}: it answers 401 to this user name and password. ` +
      'Set PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.',
  });
});

test('says that nobody has a contract with a provider', async () => {
  const { url } = emulator;
  const options = { baseUrl: url, states: emulatorStates({ url }), broker: { url: broker.url, ...users.writer } };

  await expect(verifyProvider({ ...options, provider: 'nobody' })).rejects.toMatchObject({
    name: 'BrokerError',
    message:
      `Failed to use the Pact Broker at ${broker.url}: it answers 404 for /pacts/provider/nobody/for-verification: ` +
      `{"error":"No provider with name 'nobody' found"}. Correct what it names.`,
  });
});

test('prints no password, however much Pact is told to log', async () => {
  await publish('talkative', '1.0.0', ['referredBy']);
  const script = join(folder, 'verify.ts');
  writeFileSync(
    script,
    `import { verifyProvider } from '@customer-contracts/pact/verify';
     await verifyProvider({ baseUrl: '${emulator.url}', states: {}, broker: {} }).catch((error) => console.log(error));`,
  );
  const loud = { LOG_LEVEL: 'trace', PACT_LOG_LEVEL: 'trace', RUST_LOG: 'trace', VERBOSE: 'true' };

  const { stdout, stderr } = await run(process.execPath, [script], {
    env: { ...process.env, ...settingsOf(broker), ...loud },
  });

  expect(stdout).toContain('Failed to verify rebilly-customers-api');
  const { username, password } = users.writer;
  expect(stdout + stderr).not.toContain(password);
  expect(stdout + stderr).not.toContain(Buffer.from(`${username}:${password}`).toString('base64'));
});

test('is healthy by the check of the compose file, which knows no password', async () => {
  const [, program = '', ...parameters] = composeBroker.healthcheck.test;
  const check = async (url: string) =>
    run(
      program,
      parameters.map((each) => each.replace('http://127.0.0.1:9292', url)),
    );

  await expect(check(broker.url)).resolves.toBeDefined();
  await expect(check(emulator.url)).rejects.toMatchObject({ code: 1 });
});
