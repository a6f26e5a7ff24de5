import { consumerProject, type Harness } from './consumer-project.ts';
import { median, type Row, row } from './row.ts';
import { jest, vitest } from './test-runner.ts';

const files = 8;
const testsPerFile = 15;
const runs = 2;

/** A way to run the tests of a project: with our harness or with plain pact-js. */
interface Configuration {
  readonly name: string;
  readonly command: (harness: Harness) => readonly string[];
}

const configurations: readonly Configuration[] = [2, 4, 6].flatMap((workers) => [
  ...([4, 5] as const).flatMap((version) =>
    (['forks', 'threads'] as const).map((pool) => ({
      name: `vitest ${version}, ${pool}, ${workers} workers`,
      command: () => vitest(version, pool, workers),
    })),
  ),
  { name: `jest 30, ${workers} workers`, command: (harness) => jest(harness, workers) },
]);

/** How many of the interactions of eight parallel test files the pact file holds: where we merge, in the worst of the runs. */
export async function harnessLoss(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, command } of configurations) {
    const kept: Record<Harness, number[]> = { ours: [], beside: [], stock: [] };
    for (let run = 0; run < runs; run += 1) {
      for (const harness of ['ours', 'beside', 'stock'] as const) {
        kept[harness].push(await keptBy(harness, command(harness)));
      }
    }
    const keptOf = (work: string, harness: Harness) =>
      row(
        `${name}, ${work}: kept | tested`,
        'interactions',
        { ours: [Math.min(...kept[harness])], peer: [files * testsPerFile] },
        { atLeast: 1 },
      );
    rows.push(
      keptOf(`ours (plain pact-js keeps ${median(kept.stock)})`, 'ours'),
      keptOf('plain pact-js with pactJsDirectory()', 'beside'),
    );
  }
  return rows;
}

/** A run of ours that fails has kept nothing; one of plain pact-js may fail for what it has lost. */
async function keptBy(harness: Harness, command: readonly string[]): Promise<number> {
  using project = consumerProject(harness, files, testsPerFile);
  const { code, output } = await project.run(command);
  if (harness === 'stock' || code === 0) return project.interactions();
  process.stderr.write(output);
  return 0;
}
