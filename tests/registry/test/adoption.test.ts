import { join } from 'node:path';

import { shownInOrder } from '@customer-contracts/docs/shown-in-order';
import { expect, inject, test } from 'vitest';

import { adopt } from '../src/adoption.ts';
import { pathOf } from '../src/node-tools.ts';
import { programs } from '../src/readme.ts';

const path = pathOf(inject('temporary'), '24');

const adopted = async (name: string): Promise<string> => {
  const folder = join(inject('temporary'), `adopts-${name}`);
  const { commands, seconds, printed } = await adopt(name, folder, { registry: inject('registry'), path });
  process.stdout.write(`${name}: ${commands.length} commands, ${seconds.toFixed(0)} s: ${commands.join('; ')}\n`);
  expect(commands.length).toBeGreaterThanOrEqual(2);
  expect(commands.length).toBeLessThanOrEqual(4);
  return printed;
};

test('the README of pact leads from an empty folder to a contract in at most four commands', async () => {
  expect(await adopted('pact')).toContain('3 interactions, written');
});

test.each(Object.entries(programs).filter(([name]) => name !== 'pact'))(
  'the README of %s leads from an empty folder to its first result in at most four commands',
  async (name, code) => {
    const lines = (await adopted(name)).split('\n').filter((line) => line.trim() !== '');
    expect(shownInOrder(lines, code)).toEqual(lines);
  },
);
