import { existsSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';

import { coverage, coverageTable, readEvidence, readPacts } from '@customer-contracts/pact-files';
import { type Verification } from '@customer-contracts/pact/verify';

import { DemoError } from '../demo-error.ts';
import { makeContractReport } from '../report/make-contract-report.ts';
import { readMutations } from '../report/mutations.ts';
import type { Api } from './api.ts';
import { type Consumer, runContractTests } from './contract-tests.ts';
import { customers } from './customers.ts';
import type { DataFolder } from './data-folder.ts';
import { fill, fillOnce } from './fill.ts';
import { step } from './step.ts';
import { verify } from './verify.ts';

/** What a run of the loop needs to know. */
export interface Loop {
  readonly api: Api;
  readonly data: DataFolder;
  /** Whether customers may be written to an API that is not the emulator: filling and verifying both do. */
  readonly mayWrite: boolean;
  readonly signal: AbortSignal;
}

/**
 * Fills the API, runs the contract tests, verifies their pacts and prints the coverage; each step with a line of its own.
 * What it finds is kept in the data folder, for the Contract page.
 *
 * @throws {DemoError} with the reason of the step that failed.
 */
export async function runLoop({ api, data, mayWrite, signal }: Loop): Promise<void> {
  await fillStep(api, data, mayWrite, signal);
  const consumers = await step('Contract', () => runContractTests(data, signal), contractWords);
  const files = consumers.map(({ pact }) => pact);
  const pacts = await readPacts(files);
  const mutations = new Map(
    pacts.flatMap(({ consumer }) => {
      const found = readMutations(data.mutations(consumer));
      return found === undefined ? [] : [[consumer, found] as const];
    }),
  );
  const evidence = existsSync(data.evidence) ? readEvidence(data.evidence) : undefined;
  const keep = (verification?: Verification) => {
    const verifiedAt = verification && new Date();
    const report = makeContractReport({ pacts, provider: api.name, verification, verifiedAt, mutations, evidence });
    if (verification) writeFileSync(data.verification, `${JSON.stringify(verification, null, 2)}\n`);
    writeFileSync(data.report, `${JSON.stringify(report)}\n`);
  };
  keep();
  const verification = await step(
    'Verify',
    () => (api.isEmulator || mayWrite ? verify(api, files, keep) : undefined),
    verificationWords,
  );
  signal.throwIfAborted();
  const cells = coverage(pacts, verification && [verification], evidence);
  process.stdout.write(`\n${coverageTable(cells)}\n`);
  const open = cells.filter(({ isVerified }) => !isVerified);
  if (api.isEmulator && open.length > 0) {
    throw new DemoError(
      `Failed to cover the API: ${open.map(({ cell }) => cell).join(', ')} not honoured by the emulator. Add a contract test.`,
    );
  }
}

async function fillStep(api: Api, data: DataFolder, mayWrite: boolean, signal: AbortSignal): Promise<void> {
  const { count } = customers;
  const share = `${customers.duplicates * 100} %`;
  if (api.isEmulator) {
    await step(
      'Fill',
      () => fillOnce(data, signal),
      (summary) =>
        summary
          ? `${count} customers with lead sources and payments, and duplicates of ${share}`
          : 'left as you left it; --fresh starts over',
    );
  } else {
    await step(
      'Fill',
      () => (mayWrite ? fill(api, signal) : undefined),
      (summary) =>
        summary
          ? `${count} customers with lead sources, ${share} of them duplicates: ${summary.created + summary.replaced} written, ${summary.unchanged} there already`
          : `nothing, as this is not the emulator; --write adds ${count} customers`,
    );
  }
}

function contractWords(consumers: readonly Consumer[]): string {
  return consumers
    .map(({ name, tests, pact }) => `${tests} tests of ${name} made ${relative(process.cwd(), pact)}`)
    .join(`\n${' '.repeat(10)}`);
}

function verificationWords(verification: Verification | undefined): string {
  if (verification === undefined) return 'left out, as it writes customers into the organization; --write does it';
  const { interactions } = verification;
  const passed = interactions.filter(({ isPassed }) => isPassed).length;
  const rest = interactions.length - passed;
  const honoured = `${passed} interactions are honoured, says Pact's own verifier`;
  return rest === 0 ? honoured : `${honoured}; ${rest} need a state that nobody can bring about through the API`;
}
