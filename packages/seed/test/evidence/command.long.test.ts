import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { standIn } from '../stand-in.ts';
import { runSeed } from '../start-command.ts';
import { temporaryFolder } from '../temporary-folder.ts';

test('records, and replays offline', { timeout: 60_000 }, async () => {
  await using folder = await temporaryFolder();
  await using api = await standIn({ rateLimit: { limit: 3000, windowSeconds: 600 } });
  const file = join(folder.path, 'evidence.ndjson');
  const recorded = await runSeed(['evidence', '--to', api.target.to, '--file', file], {
    CUSTOMERS_API_KEY: api.target.apiKey,
  });
  expect(recorded).toMatchObject({ code: 0 });
  expect(recorded.stdout).toMatch(
    /^\d+ as decided, 0 otherwise, 25 none, 0 differences, 0 left; \d+ reads, \d+ writes, 0 retries, 0 x 429 in [\d.]+ s\n$/,
  );
  expect(recorded.stderr).toContain('Organization demo at 127.0.0.1\n');
  // As if another server had been asked.
  const text = await readFile(file, 'utf8');
  writeFileSync(
    file,
    text.replace(
      /^\{"scenario":"q12-put".*$/m,
      '{"scenario":"q12-put","about":"q12","observed":"otherwise","came":[{"ask":0,"status":422}]}',
    ),
  );
  const line = 'q12 (q12-put): was otherwise (status 422), is as decided';
  const replayed = await runSeed(['evidence', '--replay', '--file', file], { CUSTOMERS_API_URL: 'http://127.0.0.1:1' });
  expect(replayed).toMatchObject({ code: 1 });
  expect(replayed.stdout.split('\n')[0]).toBe(line);
  const reported = await runSeed(['evidence', '--report', '--file', file], {});
  expect(reported).toMatchObject({ code: 0, stderr: '' });
  expect(reported.stdout).toMatch(
    /^\| \[PUT for a customer that doesn't exist\]\(api-decisions\.md#q12\) \| 1 \| \*\*contradicted\*\* on this machine on \d{4}-\d\d-\d\d: q12-put \|$/m,
  );
  expect(reported.stdout).toMatch(/^\| `getCustomer 200` \| 1 \| seen on this machine on \d{4}-\d\d-\d\d \|$/m);
  expect(reported.stdout).toContain('| `getCustomer 403` | none: it takes a key of another kind | documented |\n');
});

test('docs/evidence.md is what it reports where nobody has seen anything', async () => {
  const page = await readFile(new URL('../../../../docs/evidence.md', import.meta.url), 'utf8');
  const { stdout } = await runSeed(['evidence', '--report'], {});
  const plain = (text: string) => text.replaceAll(/-+/g, '-').replaceAll(/ +/g, ' ');
  expect(plain(page)).toContain(plain(stdout));
});

test.each([
  [
    ['--to', 'https://api.rebilly.com/organizations/mine'],
    'Failed to take api.rebilly.com as the server: it is the live one. Seed the sandbox, api-sandbox.rebilly.com, or the emulator. There is no flag for the live host.',
  ],
  [[], 'Failed to take the options: there is no URL. Name the API: --to http://127.0.0.1:4010/organizations/demo.'],
  [
    ['--report', '--file', 'no-such.ndjson'],
    'Failed to read the evidence no-such.ndjson: there is no such file. Record some: customer-seed evidence --to URL.',
  ],
])('ends with what to do: %o', async (flags, message) => {
  expect(await runSeed(['evidence', ...flags])).toMatchObject({ code: 1, stdout: '', stderr: `error: ${message}\n` });
});
