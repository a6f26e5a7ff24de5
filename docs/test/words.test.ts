import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { pages, root } from './code-blocks.ts';

/** The word without a word about by whom. Members of JSON have quotes, and names go on. */
const bare = /(?<!["\w])(?:un)?verified(?!["\w])/i;

/** What Pact's own broker says; its words are its own. */
const ofTheBroker = /^There is no verified pact between /;

test.each(pages)('%s never says that something was checked without saying by whom', (page) => {
  const lines = readFileSync(join(root, page), 'utf8').split('\n');
  expect(lines.filter((line) => bare.test(line) && !ofTheBroker.test(line))).toEqual([]);
});

const command = join(root, 'packages/pact/dist/customer-pact.js');
const said = (...options: readonly string[]) =>
  execFileSync(process.execPath, [command, ...options], { encoding: 'utf8', cwd: root });
const commands = [...said('--help').matchAll(/^ {2}([a-z-]+) /gm)].map(([, name = '']) => name);

test.each(commands)('customer-pact %s --help does not, either', (name) => {
  expect(said(name, '--help')).not.toMatch(bare);
});

test('the check finds the word, and leaves names alone', () => {
  expect('◌ in contract and verified: 3 of 40').toMatch(bare);
  expect('{ "verified": 10 }, verifiedAt, VerifiedInteraction').not.toMatch(bare);
});
