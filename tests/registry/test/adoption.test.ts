import { join } from 'node:path';

import { shownInOrder } from '@customer-contracts/docs/shown-in-order';
import { describe, expect, inject, test } from 'vitest';

import { adopt, followOn, type Reader } from '../src/adoption.ts';
import { pathOf } from '../src/node-tools.ts';
import { blocksOf, installsIn, packages, programs } from '../src/readme.ts';

const registry = inject('registry');
const path = pathOf(inject('temporary'), '24');
const readerOf = (name: string): Reader => ({ folder: join(inject('temporary'), `adopts-${name}`), registry, path });

const adopted = async (name: string): Promise<string> => {
  const { commands, seconds, printed } = await adopt(name, readerOf(name));
  process.stdout.write(`${name}: ${commands.length} commands, ${seconds.toFixed(0)} s: ${commands.join('; ')}\n`);
  expect(commands.length).toBeGreaterThanOrEqual(2);
  expect(commands.length).toBeLessThanOrEqual(4);
  return printed;
};

/** What is printed by the first example of a README: of pact, whose example is a test, the line about the contract. */
function firstResult(name: (typeof packages)[number], printed: string) {
  const lines = printed.split('\n').filter((line) => line.trim() !== '');
  if (name !== 'pact') return { lines, shown: shownInOrder(lines, programs[name] ?? '') };
  return {
    lines: lines.filter((line) => line.startsWith('customer-pact: ')),
    shown: ['customer-pact: pacts/billing-web-rebilly-customers-api.json: 3 interactions, written'],
  };
}

/** Follows a README from an empty folder to its end. */
async function followed(name: (typeof packages)[number]): Promise<void> {
  const { lines, shown } = firstResult(name, await adopted(name));
  expect(shown).toEqual(lines);
  for (const block of await followOn(name, readerOf(name))) expect(block.shown, block.place).toEqual(block.printed);
}

describe.concurrent('from an empty folder', () => {
  test.each(packages.filter((name) => name !== 'pact'))(
    'the README of %s leads to a first result in at most four commands, and from there to its end',
    followed,
  );
});

// Alone, because its tests have no more than the five seconds that a runner gives by default.
test.each(['pact'] as const)(
  'the README of %s leads to a contract in at most four commands, and from there to its end',
  followed,
);

test.each(packages)('the README of %s says to install what its examples import, before they do', (name) => {
  const installed = new Set<string>();
  const missing = blocksOf(name).flatMap((block) => {
    for (const install of installsIn(block))
      for (const word of install.split(/\s+/).slice(2)) installed.add(word.replace(/(?<=.)@.*/, ''));
    if (block.language !== 'ts') return [];
    return [...block.code.matchAll(/from '((?!node:|\.)(?:@[^/']+\/)?[^/']+)[^']*'/g)].flatMap(([, imported = '']) =>
      installed.has(imported) ? [] : [`${block.file}:${block.line} imports ${imported}`],
    );
  });
  expect(missing).toEqual([]);
});
