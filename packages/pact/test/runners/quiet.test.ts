import { expect, test } from 'vitest';

import { vitestProject } from './vitest-project.ts';

const files = ['a', 'b', 'c'];

test.each(['forks', 'threads', 'vmForks', 'vmThreads'])(
  'prints one line of a passing run in several files with the pool %s',
  async (pool) => {
    await using project = await vitestProject();
    for (const file of files) {
      await project.write(
        `${file}.test.js`,
        `import { getCustomer } from './shared.js';\nit('${file}', getCustomer('cus_${file}'));\n`,
      );
    }

    // No --silent: it would hide what a test prints. The report goes to a file.
    const { output } = await project.run(
      '--pool',
      pool,
      '--maxWorkers',
      '1',
      '--reporter',
      'json',
      '--outputFile',
      'report.json',
    );

    expect(output.replace(/^JSON report written to .*\n/m, '')).toBe(
      'customer-pact: pacts/worker-rebilly-customers-api.json: 3 interactions, written\n',
    );
  },
  60_000,
);
