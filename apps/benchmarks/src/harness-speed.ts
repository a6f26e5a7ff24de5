import { consumerProject, type Harness, type Timing } from './consumer-project.ts';
import { medianAround } from './median-around.ts';
import { type Row, row } from './row.ts';
import { vitest } from './test-runner.ts';

const interactions = 400;

/**
 * 400 interactions of 38 members in one test file beside plain pact-js, which takes more than a minute, so once only; and
 * whether the last interaction takes longer than an early one, and than one when everything is warm.
 */
export async function harnessSpeed(): Promise<Row[]> {
  const ours = [await timed('ours'), await timed('ours')];
  const stock = await timed('stock');
  ours.push(await timed('ours'), await timed('ours'), await timed('ours'));
  const total = { ours: ours.map(({ seconds }) => seconds), peer: [stock.seconds] };
  return [
    row(`${interactions} interactions in one file | plain pact-js`, 's', total, { atMost: 1 / 20 }),
    growth(10, ours, stock),
    growth(100, ours, stock),
  ];
}

/** The last interaction beside an earlier one. */
function growth(earlier: number, ours: readonly Timing[], stock: Timing): Row {
  const last = (timing: Timing): number => medianAround(timing.times, interactions);
  const early = (timing: Timing): number => medianAround(timing.times, earlier);
  const peer = `plain pact-js: ${last(stock).toFixed(0)} | ${early(stock).toFixed(0)}`;
  const work = `interaction ${interactions} | interaction ${earlier} (${peer})`;
  return row(work, 'ms', { ours: ours.map(last), peer: ours.map(early) }, { atMost: 1.2 });
}

async function timed(harness: Harness): Promise<Timing> {
  using project = consumerProject(harness, 1, interactions);
  const { code, output } = await project.run(vitest(5, 'forks', 1));
  const kept = project.interactions();
  if (code === 0 && kept === interactions) return project.timing();
  throw new Error(
    `Failed to measure ${harness}: vitest ended with ${code}, and the pact file holds ${kept} of ${interactions} interactions. Read why:\n${output}`,
  );
}
