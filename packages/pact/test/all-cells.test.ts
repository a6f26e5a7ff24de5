import { startEmulator } from '@customer-contracts/emulator';
import { coverage, lint, readPacts } from '@customer-contracts/pact-files';
import { emulatorStates, verifyProvider } from '@customer-contracts/pact/verify';
import { cells } from '@customer-contracts/schemas';
import { expect, test } from 'vitest';

import { everyCell } from './every-cell.ts';
import { temporaryPacts } from './temporary-pacts.ts';

test('makes a contract about all 40 documented answers, which the emulator honours', async () => {
  await using pacts = await temporaryPacts();
  await using emulator = await startEmulator({ providerStates: true });

  const contract = everyCell(pacts.pact);
  for (const cell of cells) await contract[cell]();
  const { interactions } = await pacts.merged();

  const verification = await verifyProvider({
    baseUrl: emulator.url,
    pacts: [pacts.directory],
    states: emulatorStates({ url: emulator.url }),
  });

  // One for each cell; a bare one more for each of the four that answer 200, and the empty collection.
  expect(interactions).toHaveLength(40 + 4 + 1);
  expect(verification.interactions).toHaveLength(interactions.length);
  const documents = await readPacts([pacts.directory]);
  expect(await lint(documents)).toEqual([]);
  const covered = coverage(documents, [verification]);
  expect(covered.map(({ cell }) => cell)).toEqual(cells);
  expect(covered.filter(({ interactions, isVerified }) => interactions === 0 || !isVerified)).toEqual([]);
});

test('writes the same bytes from run to run, in whatever order the tests ran', async () => {
  await using forwards = await temporaryPacts();
  await using backwards = await temporaryPacts();

  for (const cell of cells) await everyCell(forwards.pact)[cell]();
  for (const cell of cells.toReversed()) await everyCell(backwards.pact)[cell]();

  expect(JSON.stringify(await backwards.merged())).toBe(JSON.stringify(await forwards.merged()));
});
