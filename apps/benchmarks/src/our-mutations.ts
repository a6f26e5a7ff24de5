import assert from 'node:assert/strict';

import { customersPact } from '@customer-contracts/pact';

import { Page } from './consumer.ts';
import { type Answer, writeTrial } from './mutation-answers.ts';

/** A program that `customer-pact mutate` runs: some contract tests, and in which file it leaves what they were tried on. */
const [, , trial = '', directory = ''] = process.argv;
const ids = ['cus_01', 'cus_02', 'cus_03', 'cus_04', 'cus_05', 'cus_06'];
const answers: Answer[] = [];

async function showCustomer(baseUrl: string, apiKey: string, id: string): Promise<Page> {
  const response = await fetch(`${baseUrl}/customers/${id}`, { headers: { 'REB-APIKEY': apiKey } });
  const { status, headers } = response;
  const body = await response.text();
  answers.push({ id, status, contentType: headers.get('Content-Type') ?? '', body });
  return Page.parse(JSON.parse(body));
}

const pact = customersPact({ consumer: 'benchmark', directory });
const tests = ids.map((id) =>
  pact
    .getCustomer({ id })
    .reads(Page)
    .only('complete')
    .test(async ({ baseUrl, apiKey, example }) => {
      assert.deepEqual(await showCustomer(baseUrl, apiKey, id), example);
    }),
);

const start = performance.now();
for (const test of tests) await test();
writeTrial(trial, { seconds: (performance.now() - start) / 1000, answers });
