import { expect, test } from 'vitest';

import { defectiveFiles } from '../test/ecosystems/defective-files.ts';
import { soundFiles } from '../test/ecosystems/sound-files.ts';
import { emulatorProvider, exampleProvider } from './providers.ts';
import { verifiedFiles } from './verified-files.ts';

test('the core verifies every sound file against its own examples', async () => {
  const verdicts = await verifiedFiles(soundFiles.map(({ text, told }) => ({ text, provider: exampleProvider(told) })));
  expect(named(soundFiles, verdicts)).toEqual([]);
});

test('the core refuses every defect of Pact, although the provider answers the example', async () => {
  const files = defectiveFiles.filter(({ refusedBy }) => refusedBy === 'core');
  const verdicts = await verifiedFiles(files.map(({ text, told }) => ({ text, provider: exampleProvider(told) })));
  expect(files.filter((_, index) => verdicts[index] === undefined).map(({ name }) => name)).toEqual([]);
});

test('the emulator honours what states bring about, and refuses every defect of a contract with the API', async () => {
  const honoured = soundFiles.filter(({ isOfStates }) => isOfStates);
  const refused = defectiveFiles.filter(({ refusedBy }) => refusedBy === 'emulator');
  const files = [...honoured, ...refused];
  const verdicts = await verifiedFiles(files.map(({ text }) => ({ text, provider: emulatorProvider() })));
  expect(honoured.length).toBeGreaterThanOrEqual(60);
  expect(named(honoured, verdicts)).toEqual([]);
  expect(refused.filter((_, index) => verdicts[honoured.length + index] === undefined).map(({ name }) => name)).toEqual(
    [],
  );
});

/** The files that a verdict has something against, with its words. */
function named(
  files: readonly { readonly name: string }[],
  verdicts: readonly (string | undefined)[],
): readonly string[] {
  return files.flatMap(({ name }, index) => {
    const verdict = verdicts[index];
    return verdict === undefined ? [] : [`${name}: ${verdict}`];
  });
}
