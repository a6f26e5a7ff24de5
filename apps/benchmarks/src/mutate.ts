import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { readTrial, type Trial } from './mutation-answers.ts';
import { type Row, row } from './row.ts';

/**
 * The answers that six contract tests of 38 members are tried on, beside an interaction of plain pact-js for each of them,
 * which takes a minute, so once only.
 */
export async function mutate(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-mutate-'));
  try {
    const given = join(folder, 'ours.json');
    const tried = async () => {
      const program = [process.execPath, programOf('our-mutations'), given, join(folder, 'pacts')];
      return trialOf([command, 'mutate', '--json', '--', ...program], given);
    };
    const ours = [await tried(), await tried()];
    const stock = join(folder, 'stock.json');
    const peer = [await trialOf([programOf('stock-mutations'), given, stock, join(folder, 'stock')], stock)];
    ours.push(await tried());
    const work = `${peer[0]?.answers.length} mutated answers given to a consumer | plain pact-js interactions with the same`;
    return [row(work, '/s', { ours: ours.map(rateOf), peer: peer.map(rateOf) }, { atLeast: 20 })];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const manifest = createRequire(import.meta.url).resolve('@customer-contracts/pact/package.json');
const command = join(dirname(manifest), 'dist', 'customer-pact.js');

const programOf = (name: string): string => fileURLToPath(import.meta.resolve(`./${name}.js`));

const rateOf = ({ answers, seconds }: Trial): number => answers.length / seconds;

/** Runs Node, and reads the trial that it leaves. */
async function trialOf(program: readonly string[], trial: string): Promise<Trial> {
  const env = { ...process.env, PACT_DO_NOT_TRACK: 'true' };
  await promisify(execFile)(process.execPath, program, { env, maxBuffer: Infinity });
  return readTrial(trial);
}
