// Runs the contract tests of each consumer under mutation, and keeps what is found for the Contract page: `pnpm run mutate`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { mutate } from './mutate.ts';

const data = join(import.meta.dirname, '../data');
mkdirSync(data, { recursive: true });
for (const consumer of ['lead-desk', 'rebilly-js-sdk']) {
  const report = await mutate('vitest.contract.config.ts', `contract/${consumer}`);
  writeFileSync(join(data, `mutations-${consumer}.json`), `${JSON.stringify(report)}\n`);
  process.stdout.write(`${consumer}: ${report.mutations.length} mutations, ${JSON.stringify(report.score)}\n`);
}
