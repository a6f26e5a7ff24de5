import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { CodeBlock } from '@customer-contracts/docs/code-blocks';
import { shownInOrder } from '@customer-contracts/docs/shown-in-order';
import { abridged, commandsIn, freePort, settled, typed } from '@customer-contracts/docs/transcript';

import { blocksOf, firstSteps, installsIn, isTest } from './readme.ts';
import { run } from './run.ts';

/** What it takes from an empty folder to a package that does something. */
export interface Adoption {
  /** What is typed, in turn. */
  readonly commands: readonly string[];
  readonly seconds: number;
  /** What the last command printed. */
  readonly printed: string;
}

/** Where a README is followed. */
export interface Reader {
  readonly folder: string;
  readonly registry: string;
  readonly path: string;
}

const type = (command: string, { folder, path }: Reader): Promise<string> =>
  // Of npm, errors alone: what it says about the settings of a machine is not what a README shows.
  run('bash', ['-c', command], { cwd: folder, env: { PATH: path, NO_COLOR: '1', npm_config_loglevel: 'error' } });

/**
 * Follows the README of a package literally, in an empty folder: types the commands up to the end of the first example,
 * saves the blocks as the files that they are, and runs the example.
 */
export async function adopt(name: string, reader: Reader): Promise<Adoption> {
  const { installs, files, runs } = firstSteps(name);
  mkdirSync(reader.folder);
  // The only line that is no reader's: the packages are not in the public registry.
  writeFileSync(join(reader.folder, '.npmrc'), `@customer-contracts:registry=${reader.registry}\n`);
  const commands = [...installs, runs];
  const start = performance.now();
  let printed = '';
  for (const command of commands) {
    if (command === runs) for (const [file, code] of files) writeFileSync(join(reader.folder, file), code);
    printed = await type(command, reader);
  }
  return { commands, seconds: (performance.now() - start) / 1000, printed };
}

/** What a block printed, and what the README shows of that. */
export interface Followed {
  readonly place: string;
  readonly printed: readonly string[];
  readonly shown: readonly string[];
}

/** Follows the README from there to its end, block by block, in the same folder. The tests among the blocks run last. */
export async function followOn(name: string, reader: Reader): Promise<readonly Followed[]> {
  const first = firstSteps(name);
  const done = new Set([...first.installs, first.runs]);
  const followed: Followed[] = [];
  for (const block of blocksOf(name)) {
    for (const install of installsIn(block).filter((command) => !done.has(command))) {
      await type(install, reader);
      done.add(install);
    }
    if (first.files.some(([, code]) => code === block.code)) continue;
    followed.push({ place: `${block.file}:${block.line}`, ...(await follow(block, reader, done)) });
  }
  // Three files at once, on a machine that has other things to do.
  if (blocksOf(name).some(isTest)) await type('npx vitest run --testTimeout 60000', reader);
  return followed;
}

async function follow(
  block: CodeBlock,
  reader: Reader,
  done: ReadonlySet<string>,
): Promise<Pick<Followed, 'printed' | 'shown'>> {
  const { code, language, line } = block;
  switch (language) {
    case 'ts': {
      const file = `line-${line}${isTest(block) ? '.test' : ''}.ts`;
      writeFileSync(join(reader.folder, file), code);
      if (isTest(block)) return { printed: [], shown: [] };
      const printed = (await type(`node --no-warnings ${file}`, reader))
        .split('\n')
        .filter((each) => each.trim() !== '');
      return { printed, shown: shownInOrder(printed, code) };
    }
    case 'console': {
      // What is shown may be a failure, as of a lint that finds something.
      const port = await freePort();
      const commands = commandsIn(code).filter((command) => !done.has(command));
      const shown = settled(code, port);
      return { printed: abridged(settled(await type(`${typed(commands, port)}\nexit 0`, reader), port), shown), shown };
    }
    case 'sh': {
      const commands = code.split('\n').filter((command) => command !== '' && !done.has(command) && command !== init);
      for (const command of commands) await typeUntilItServes(command, reader);
      return { printed: [], shown: [] };
    }
    default:
      throw new Error(`Failed to follow a block of ${language}: nobody knows what to do with it. Say it here.`);
  }
}

/** The other way to a first contract, which init.test.ts goes: after this one it has nothing to do. */
const init = 'npx @customer-contracts/pact init';

/** An emulator serves until somebody stops it; every other command ends by itself. */
async function typeUntilItServes(command: string, reader: Reader): Promise<void> {
  if (command.startsWith('npx customer-emulator'))
    return void (await type(typed([`${command} &`], await freePort()), reader));
  // It stands for the newest document of the API, which a reader has from elsewhere.
  const document = /^CUSTOMERS_API_DOCUMENT=(\S+)/.exec(command)?.[1];
  const ours = join(reader.folder, 'node_modules/@customer-contracts/schemas/openapi.json');
  if (document !== undefined) copyFileSync(ours, join(reader.folder, document));
  await type(command, reader);
}
