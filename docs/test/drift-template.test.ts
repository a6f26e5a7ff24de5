import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';
import * as z from 'zod';

const folder = new URL('../templates/drift/', import.meta.url);
const script = fileURLToPath(new URL('keep-drift-issue.ts', folder));

/** What Node 24 does by itself. */
const asTypeScript = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];

const Sent = z.object({
  title: z.string().optional(),
  body: z.string().optional(),
  state: z.string().optional(),
  labels: z.array(z.string()).optional(),
});

/** An issue as GitHub has it. */
interface Issue {
  readonly number: number;
  readonly title: string;
  readonly labels: readonly string[];
  readonly comments: string[];
  readonly pull_request?: object;
  body: string;
  state: string;
}

/** The part of GitHub's API that is about issues, for who has the token. */
async function startGitHub(issues: Issue[] = []) {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const sent = Sent.parse(JSON.parse((await text(request)) || '{}'));
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
      const answer = (status: number, body: unknown) => response.writeHead(status).end(JSON.stringify(body));
      if (request.headers.authorization !== 'Bearer token-of-the-job') return answer(403, {});
      const [, number, comments] = /^\/repos\/acme\/crm\/issues(?:\/(\d+)(\/comments)?)?$/.exec(pathname) ?? [];
      if (request.method !== 'GET') requests.push(`${request.method} ${pathname}`);
      if (request.method === 'GET') {
        const state = searchParams.get('state');
        const label = searchParams.get('labels') ?? '';
        return answer(
          200,
          issues.filter((issue) => issue.state === state && issue.labels.includes(label)),
        );
      }
      if (number === undefined) {
        const { title = '', body = '', labels = [] } = sent;
        const issue: Issue = { number: issues.length + 1, title, body, labels, state: 'open', comments: [] };
        issues.push(issue);
        return answer(201, issue);
      }
      const issue = issues.find((each) => String(each.number) === number);
      if (issue === undefined) return answer(404, {});
      if (comments === undefined) Object.assign(issue, sent);
      else issue.comments.push(sent.body ?? '');
      return answer(200, issue);
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    issues,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** One night: what `customer-pact drift` printed, and what it exited with. */
async function night(url: string, report: string, code: number, token = 'token-of-the-job') {
  const directory = mkdtempSync(join(tmpdir(), 'drift-template-'));
  const file = join(directory, 'drift.md');
  writeFileSync(file, `${report}\n`);
  const env = { ...process.env, GITHUB_API_URL: url, GITHUB_REPOSITORY: 'acme/crm', GITHUB_TOKEN: token };
  const child = spawn(process.execPath, [...asTypeScript, script, file, String(code)], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await ended;
  rmSync(directory, { recursive: true });
  return { said: (out + err).trim(), code: child.exitCode };
}

test('keeps one issue: opens it, leaves it, updates it, closes it, and then nothing', async () => {
  await using github = await startGitHub();
  const { issues, requests, url } = github;

  expect(await night(url, 'nothing breaks', 0)).toEqual({ said: 'No contract breaks, and no issue is open.', code: 0 });
  expect(await night(url, 'email is gone', 1)).toEqual({ said: 'Opened #1.', code: 0 });
  expect(await night(url, 'email is gone', 1)).toEqual({ said: '#1 says it already.', code: 0 });
  expect(await night(url, 'email and locale are gone', 1)).toEqual({ said: 'Updated #1.', code: 0 });
  expect(issues).toMatchObject([{ state: 'open', body: 'email and locale are gone', labels: ['api-drift'] }]);
  expect(await night(url, 'nothing breaks', 0)).toEqual({ said: 'Closed #1.', code: 0 });
  expect(issues).toMatchObject([{ state: 'closed', comments: ['No contract breaks any more.'] }]);
  expect(await night(url, 'nothing breaks', 0)).toEqual({ said: 'No contract breaks, and no issue is open.', code: 0 });
  expect(requests).toEqual([
    'POST /repos/acme/crm/issues',
    'PATCH /repos/acme/crm/issues/1',
    'POST /repos/acme/crm/issues/1/comments',
    'PATCH /repos/acme/crm/issues/1',
  ]);
  expect(await night(url, 'tags are gone', 1)).toEqual({ said: 'Opened #2.', code: 0 });
});

test('leaves the issue as it is when the API could not be read, and fails', async () => {
  await using github = await startGitHub();
  await night(github.url, 'email is gone', 1);
  const said = 'error: Failed to compare the API with the contracts. The step before says why.';
  expect(await night(github.url, '', 2)).toEqual({ said, code: 2 });
  expect(github.requests).toHaveLength(1);
});

test('takes no pull request for the issue', async () => {
  const labels = ['api-drift'];
  await using github = await startGitHub([
    { number: 1, title: 'Read no email', labels, body: '', state: 'open', comments: [], pull_request: {} },
  ]);
  expect(await night(github.url, 'nothing breaks', 0)).toMatchObject({
    said: 'No contract breaks, and no issue is open.',
  });
});

test('cuts a report that is longer than GitHub takes', async () => {
  await using github = await startGitHub();
  await night(github.url, 'x'.repeat(70_000), 1);
  expect(github.issues[0]?.body.length).toBeLessThan(65_536);
  expect(github.issues[0]?.body).toContain("The whole report stands in the workflow's run.");
});

test('says that GitHub refuses, and never the token', async () => {
  await using github = await startGitHub();
  const { said, code } = await night(github.url, 'email is gone', 1, 'token-of-nobody');
  expect(code).toBe(1);
  expect(said).toMatch(
    /^error: Failed to keep the issue: GitHub answers 403 to GET \/issues\S+\. Give the job issues: write\.$/,
  );
});

test('hands the report and the exit code of the command to the script', () => {
  const workflow = readFileSync(new URL('drift.yml', folder), 'utf8');
  expect(workflow).toContain('npx --no customer-pact drift "$DOCUMENT" --format markdown > drift.md || code=$?');
  expect(workflow).toContain('run: node .github/keep-drift-issue.ts drift.md "$CODE"');
});
