import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { startEmulator } from '@customer-contracts/emulator';
import { customersPact, mergeShards, readShards } from '@customer-contracts/pact';
import { emulatorStates, verifyProvider } from '@customer-contracts/pact/verify';
import openapi from '@customer-contracts/schemas/openapi.json' with { type: 'json' };
import { expect, test } from 'vitest';
import * as z from 'zod';

import { brokerFolder } from '../src/bundle.ts';
import { command } from '../src/command.ts';
import { type RunningBroker, startBroker, users } from '../src/start-broker.ts';

const provider = 'rebilly-customers-api';
const containing = (text: string): unknown => expect.stringContaining(text);

/** A folder that goes away. */
function makeFolder() {
  mkdirSync(join(brokerFolder, '.vitest'), { recursive: true });
  const path = mkdtempSync(join(brokerFolder, '.vitest/drift-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true }) };
}

/** Publishes the contract of a consumer as its schema says. */
async function publishReader(
  broker: RunningBroker,
  folder: string,
  consumer: string,
  reader: z.ZodObject,
): Promise<void> {
  const directory = mkdtempSync(join(folder, 'contract-'));
  const pact = customersPact({ consumer, directory });
  await pact
    .getCustomer({ id: 'cus_01' })
    .reads(reader)
    .only('complete')
    .test(async ({ baseUrl, apiKey }) => {
      await fetch(`${baseUrl}/customers/cus_01`, { headers: { 'REB-APIKEY': apiKey } });
    })();
  mergeShards(readShards(join(directory, '.shards')));
  rmSync(join(directory, '.shards'), { recursive: true });
  await command(broker, 'pact-broker', 'publish', directory, '--consumer-app-version', '1.0.0', '--branch', 'main');
}

/** The document without a member of the customer. */
function documentWithout(name: string): string {
  const document = structuredClone(openapi);
  Reflect.deleteProperty(document.components.schemas.Customer.properties, name);
  return JSON.stringify(document);
}

const Matrix = z.object({
  matrix: z.array(
    z.object({ verificationResult: z.object({ _links: z.object({ self: z.object({ href: z.string() }) }) }) }),
  ),
});
const Result = z.object({
  success: z.boolean(),
  testResults: z.object({
    summary: z.string(),
    breaks: z.array(z.object({ what: z.string(), interaction: z.string(), counterexample: z.unknown() })),
    untested: z.array(z.unknown()),
  }),
});

async function ask<Schema extends z.ZodType>(url: string, schema: Schema): Promise<z.output<Schema>> {
  const { username, password } = users.writer;
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const response = await fetch(url, { headers: { Authorization: authorization, Accept: 'application/hal+json' } });
  return schema.parse(await response.json());
}

// A dozen commands, one after the other.
const patience = { timeout: 360_000 };

test(
  'a document without a member that is read says no, the emulator yes, and the broker has the reason',
  patience,
  async () => {
    await using broker = await startBroker();
    await using emulator = await startEmulator({ providerStates: true });
    using folder = makeFolder();
    await publishReader(broker, folder.path, 'mailer', z.object({ id: z.string(), email: z.email().nullable() }));
    await publishReader(broker, folder.path, 'billing-web', z.object({ id: z.string() }));
    const pactBroker = async (...parameters: readonly string[]) => command(broker, 'pact-broker', ...parameters);

    // What the emulator says
    await verifyProvider({
      baseUrl: emulator.url,
      states: emulatorStates({ url: emulator.url }),
      broker: { url: broker.url, ...users.writer, version: 'emulator-0.4.0', branch: 'main' },
    });
    await pactBroker('create-environment', '--name', 'emulator-0.4.0');
    await pactBroker(
      'record-deployment',
      '--pacticipant',
      provider,
      '--version',
      'emulator-0.4.0',
      '--environment',
      'emulator-0.4.0',
    );

    // What the document says; a second time is as good as once
    const file = join(folder.path, 'new.json');
    writeFileSync(file, documentWithout('email'));
    const drift = ['drift', file, '--broker', broker.url, '--publish', 'document-2026-08-21'];
    for (const _ of ['once', 'twice']) {
      await expect(command(broker, 'customer-pact', ...drift)).rejects.toMatchObject({
        code: 1,
        stdout: containing('breaks mailer: get a customer: 200, complete, reading email, id (getCustomer 200)'),
        stderr: 'Published as document-2026-08-21: 2 results\n',
      });
    }

    const canDeploy = async (consumer: string, environment: string) =>
      pactBroker('can-i-deploy', '--pacticipant', consumer, '--version', '1.0.0', '--to-environment', environment);
    expect(await canDeploy('mailer', 'emulator-0.4.0')).toContain('Computer says yes');
    await expect(canDeploy('mailer', 'document-2026-08-21')).rejects.toMatchObject({ code: 1 });
    expect(await canDeploy('billing-web', 'document-2026-08-21')).toContain('Computer says yes');

    const query = `q[][pacticipant]=mailer&q[][version]=1.0.0&q[][pacticipant]=${provider}&q[][version]=document-2026-08-21&latestby=cvp`;
    const { matrix } = await ask(`${broker.url}/matrix.json?${query}`, Matrix);
    const { href = '' } = matrix[0]?.verificationResult._links.self ?? {};
    const { success, testResults } = await ask(href, Result);
    expect(success).toBe(false);
    expect(testResults).toMatchObject({
      summary: containing('1 change breaks mailer, 0 untested'),
      breaks: [{ what: 'getCustomer 200: email is gone', counterexample: { id: 'cus_01' } }],
      untested: [],
    });
  },
);
