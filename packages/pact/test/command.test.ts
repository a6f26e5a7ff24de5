import { mkdir, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { expect, test } from 'vitest';

import { run } from './run.ts';

const { resolve } = createRequire(import.meta.url);
const homeOf = (name: string) => dirname(resolve(`${name}/package.json`));
const pact = homeOf('@customer-contracts/pact');
const [own, filesBin] = [pact, homeOf('@customer-contracts/pact-files')].map((home) =>
  join(home, 'dist/customer-pact.js'),
);

/** A directory that has nothing to do with this one; with `@customer-contracts/pact` in it where that is asked for. */
async function directoryWith({ hasPact }: { readonly hasPact: boolean }) {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'command-')));
  if (hasPact) {
    await mkdir(join(root, 'node_modules/@customer-contracts'), { recursive: true });
    await symlink(pact, join(root, 'node_modules/@customer-contracts/pact'));
  }
  return {
    run: (bin: string | undefined, ...flags: readonly string[]) => run([bin ?? '', ...flags], root),
    root,
    [Symbol.asyncDispose]: () => rm(root, { recursive: true }),
  };
}

const nothingToMerge = (root: string) => ({
  code: 1,
  output: `error: Failed to merge ${root}/pacts/.shards: it holds no interaction. Run the tests first.\n`,
});

test('merges wherever it is started, with the package that brings it', async () => {
  await using directory = await directoryWith({ hasPact: false });
  expect(await directory.run(own, 'merge')).toEqual(nothingToMerge(directory.root));
  expect(await directory.run(filesBin, 'merge')).toMatchObject({ code: 2 });
});

test('merges as the command of pact-files, where the working directory has this package', async () => {
  await using directory = await directoryWith({ hasPact: true });
  expect(await directory.run(filesBin, 'merge')).toEqual(nothingToMerge(directory.root));
});

test.each([['--help'], ['help', 'merge'], ['merge', '--nope'], ['merge', '--', 'no-such-program'], ['lint'], ['nope']])(
  'says the same as the command of pact-files: %s',
  async (...flags) => {
    await using directory = await directoryWith({ hasPact: true });
    const said = await directory.run(own, ...flags);
    expect(said).toEqual(await directory.run(filesBin, ...flags));
    expect(said.output).not.toBe('');
  },
);
