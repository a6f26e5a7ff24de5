import { countOf, hasSecret, PactError } from '@customer-contracts/pact-files/internal';
import { harmless } from '@customer-contracts/schemas/internal';

import type { ConsumerTests } from './draft.ts';
import { filesFor, writeFiles } from './output.ts';
import { testFile } from './test-code.ts';
import type { WriteTestsFlags } from './write-tests-command.ts';
import { nameOfSource, writeTests } from './write-tests.ts';

/** Writes tests from some places, and says what they don't say. */
export async function runWriteTests(places: readonly string[], flags: WriteTestsFlags): Promise<void> {
  const { out, language, runner, force, json } = flags;
  const { consumers, leftOut } = await writeTests({ places, ...flags });
  const source = nameOfSource(places);
  const dialect = { language, runner };
  const files = out === undefined ? undefined : filesFor(out, source, consumers, dialect);
  const texts = files?.map(({ text }) => text) ?? [testFile(source, consumers, dialect)];
  if (texts.some(hasSecret)) {
    throw new PactError(
      'Failed to write tests: they would hold what looks like a key or token. Take it out of the source.',
    );
  }
  if (files !== undefined) writeFiles(files, force === true);
  if (json === true) {
    const told = files?.map(({ path }) => ({ path })) ?? texts.map((text) => ({ text }));
    console.log(JSON.stringify({ files: told, consumers: consumers.map(summary), leftOut }, null, 2));
    return;
  }
  if (files === undefined) console.log(texts.join('').trimEnd());
  for (const line of [...linesAbout(consumers), ...leftOut]) console.error(`customer-pact: ${harmless(line)}`);
  for (const { path } of files ?? []) console.error(`customer-pact: ${path} written`);
}

/** The tests of a consumer, for programs. */
function summary({ consumer, tests }: ConsumerTests): object {
  return {
    consumer,
    tests: tests.map(({ origin, title, draft, remarks }) => ({
      origin,
      title,
      isWritten: draft !== undefined,
      remarks,
    })),
  };
}

/** What the tests don't say, and how many there are. */
function linesAbout(consumers: readonly ConsumerTests[]): readonly string[] {
  return consumers.flatMap(({ consumer, tests }) => {
    const without = tests.filter(({ draft }) => draft === undefined).length;
    const less = without === 0 ? '' : ` of ${countOf(tests.length, 'interaction')}`;
    return [
      ...tests.flatMap(({ origin, title, remarks }) => remarks.map((remark) => `${origin} ("${title}"): ${remark}`)),
      `${consumer}: ${countOf(tests.length - without, 'test')}${less}`,
    ];
  });
}
