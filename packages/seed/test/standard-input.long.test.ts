import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readlinkSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { expect, test } from 'vitest';

import { like } from './like.ts';
import { standIn } from './stand-in.ts';
import { command } from './start-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const records = (count: number) =>
  Array.from({ length: count }, (_, index) => `{"id":"own-${index}","locale":"en-GB"}\n`).join('');

/** Runs a line of bash, in which `$SEED` is the command with its target. */
function shell(line: string, { to, apiKey }: { readonly to: string; readonly apiKey: string }, tmp: string) {
  // Bash takes a socket for a login from far away, and would read its settings.
  const child = spawn(
    'bash',
    ['--norc', '-c', line.replaceAll('$SEED', `"${process.execPath}" "${command}" --to ${to}`)],
    {
      env: { PATH: process.env['PATH'], CUSTOMERS_API_KEY: apiKey, TMPDIR: tmp },
      stdio: 'pipe',
    },
  );
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]).then(
    ([stdout, stderr]) => ({ stdout, stderr, code: child.exitCode }),
  );
  return { child, ended };
}

test.each([
  ['standard input', 'cat "$F" | $SEED --payload -'],
  ['a file as standard input', '$SEED --payload - < "$F"'],
  ['a pipe with a name of its own', '$SEED --payload <(cat "$F")'],
  ['/dev/stdin', 'cat "$F" | $SEED --payload /dev/stdin'],
  ['a pipe that is slow', '(head -c 100 "$F"; sleep 0.2; tail -c +101 "$F") | $SEED --payload -'],
])('%s is a payload like any other, and nothing is left of the copy', async (_, line) => {
  await using folder = await temporaryFolder();
  await using tmp = await temporaryFolder();
  await using api = await standIn();
  const file = join(folder.path, 'own.ndjson');
  await writeFile(file, records(120));
  const { stdout, stderr, code } = await shell(line.replaceAll('$F', file), api.target, tmp.path).ended;
  expect({ stdout, code }, stderr).toMatchObject({ code: 0, stdout: like.stringContaining('120 created') });
  expect(await api.customers()).toHaveLength(120);
  expect(readdirSync(tmp.path)).toEqual([]);
});

test('a bad record of standard input is named by its line', async () => {
  await using tmp = await temporaryFolder();
  await using api = await standIn();
  const line = String.raw`printf '{"id":"ada"}\n{\n' | $SEED --payload -`;
  expect(await shell(line, api.target, tmp.path).ended).toMatchObject({
    code: 1,
    stderr: `error: Failed to read standard input: 1 of its 2 records can't be written:\n  line 2: it is not JSON\nMend them, or go on without them: --rejects FILE.\n`,
  });
  expect(api.requests).toEqual([]);
});

test('the copy of standard input is private and has no name, so that a kill leaves nothing', async () => {
  await using tmp = await temporaryFolder();
  await using api = await standIn();
  const { child, ended } = shell('exec $SEED --payload -', api.target, tmp.path);
  child.stdin.write(records(5));
  const copy = await waitForCopy(child.pid ?? 0, tmp.path);
  expect(copy.mode & 0o777).toBe(0o600);
  expect(copy.nlink).toBe(0);
  child.kill('SIGKILL');
  await ended;
  expect(readdirSync(tmp.path)).toEqual([]);
});

test('Ctrl-C while standard input is waited for ends it', async () => {
  await using tmp = await temporaryFolder();
  await using api = await standIn();
  const { child, ended } = shell('exec $SEED --payload -', api.target, tmp.path);
  child.stdin.write(records(5));
  await waitForCopy(child.pid ?? 0, tmp.path);
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ code: 130 });
});

test('Ctrl-C while nobody writes to a pipe with a name ends it', async () => {
  await using folder = await temporaryFolder();
  await using tmp = await temporaryFolder();
  await using api = await standIn();
  const pipe = join(folder.path, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const { child, ended } = shell(`exec $SEED --payload '${pipe}'`, api.target, tmp.path);
  await waitForCopy(child.pid ?? 0, tmp.path);
  child.kill('SIGINT');
  expect(await ended).toMatchObject({
    code: 130,
    stderr: like.stringContaining('error: Failed to finish: interrupted after 0 of 0 customers.'),
  });
});

test('where no copy can be kept, it says so, and what to do', async () => {
  await using folder = await temporaryFolder();
  await using api = await standIn();
  const nowhere = join(folder.path, 'nowhere');
  expect((await shell('echo {} | $SEED --payload -', api.target, nowhere).ended).stderr).toMatch(
    /^error: Failed to read standard input: it can be read only once, and no copy can be kept in .+nowhere: ENOENT: .+ Name a folder with room: TMPDIR\.\n$/,
  );
});

/** What the process has open in a folder, once it has anything. */
async function waitForCopy(pid: number, folder: string) {
  for (;;) {
    for (const descriptor of readdirSync(`/proc/${pid}/fd`)) {
      const link = `/proc/${pid}/fd/${descriptor}`;
      if (isIn(link, folder)) return statSync(link);
    }
    await new Promise(setImmediate);
  }
}

function isIn(link: string, folder: string): boolean {
  try {
    return readlinkSync(link).startsWith(folder);
  } catch {
    // It was closed meanwhile.
    return false;
  }
}
