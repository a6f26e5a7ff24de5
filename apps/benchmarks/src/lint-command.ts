import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { largePacts } from './large-pacts.ts';
import { inTurn, type Row, row } from './row.ts';

const require = createRequire(import.meta.url);
const bin = join(dirname(require.resolve('@customer-contracts/pact-files/package.json')), 'dist/customer-pact.js');
const rounds = 5;
const runsOfRound = 10;

/** What the command takes: the processor for one small file, and memory for very many. */
export async function lintCommand(): Promise<Row[]> {
  return [await processorTime(), await memory()];
}

async function processorTime(): Promise<Row> {
  const directory = mkdtempSync(join(tmpdir(), 'lint-bench-'));
  try {
    const file = join(directory, 'small.json');
    writeFileSync(file, smallPact);
    if (spawnSync(process.execPath, [bin, 'lint', file]).status !== 0)
      throw new Error('Failed to measure: the small pact is not sound. Run lint on it.');
    const figures = await inTurn(
      rounds,
      async () => processorTimeOf([bin, 'lint', file]),
      async () => processorTimeOf(['-e', '0']),
    );
    return row('customer-pact lint of one small file, user + system | node -e 0', 'ms', figures, { atMost: 2.5 });
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const smallPact = JSON.stringify({
  consumer: { name: 'billing-web' },
  provider: { name: 'rebilly-customers-api' },
  interactions: [
    {
      description: 'get a customer',
      providerState: 'a customer exists',
      request: { path: '/customers/cus_01', headers: { 'REB-APIKEY': 'placeholder' } },
      response: {
        body: { id: 'cus_01', email: 'ann@example.com' },
        matchingRules: { '$.body.email': { match: 'type' } },
      },
    },
  ],
});

/** The processor time of a run of Node in ms, as the shell counts it over several. */
function processorTimeOf(nodeArguments: readonly string[]): number {
  const run = [process.execPath, ...nodeArguments].map((each) => `'${each}'`).join(' ');
  const loop = `i=0; while [ $i -lt ${runsOfRound} ]; do ${run} >/dev/null; i=$((i+1)); done; times`;
  // The last line is about the children: 0m1.230s 0m0.320s
  const [, ofChildren = ''] = execFileSync('sh', ['-c', loop], { encoding: 'utf8' }).trim().split('\n');
  const seconds = [...ofChildren.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, rest]) => Number(minutes) * 60 + Number(rest),
  );
  return (seconds.reduce((sum, each) => sum + each, 0) * 1000) / runsOfRound;
}

const interactions = 100_000;
const files = 500;
const allowance = 400;

async function memory(): Promise<Row> {
  using pacts = largePacts(interactions, files);
  const report = 'process.on("exit", () => process.stderr.write(`${process.resourceUsage().maxRSS}`))';
  const preload = `--import=data:text/javascript,${encodeURIComponent(report)}`;
  const { stderr, status } = spawnSync(process.execPath, [preload, bin, 'lint', pacts.directory], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`Failed to measure: lint ended with ${status}. Run it on sound pacts.`);
  const work = `lint of ${interactions.toLocaleString('en')} interactions in ${files} files, at most | allowed`;
  return row(work, 'MB', { ours: [Number(stderr) / 1024], peer: [allowance] }, { atMost: 1 });
}
