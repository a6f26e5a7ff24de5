// Keeps one issue about drift: opens it when a contract breaks, updates it when the report is another, closes it when none breaks.
//
//   node keep-drift-issue.ts REPORT CODE
//
// REPORT is what `customer-pact drift --format markdown` printed, CODE what it exited with. The rest comes from GitHub Actions.
import { readFileSync } from 'node:fs';

const label = 'api-drift';
const title = 'The API no longer says what our contracts need';
/** GitHub takes 65,536 characters. */
const longest = 60_000;

const [, , file = '', code = ''] = process.argv;
const { GITHUB_API_URL = 'https://api.github.com', GITHUB_REPOSITORY = '', GITHUB_TOKEN = '' } = process.env;

/** Asks GitHub: what it answers with. */
async function ask(method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}${path}`, {
    method,
    headers: {
      Accept: 'application/vnd.github+json',
      Authorization: `Bearer ${GITHUB_TOKEN}`,
      'Content-Type': 'application/json',
      'X-GitHub-Api-Version': '2022-11-28',
    },
    body: body === undefined ? null : JSON.stringify(body),
  });
  if (response.ok) return response.json();
  throw new Error(
    `Failed to keep the issue: GitHub answers ${response.status} to ${method} ${path}. Give the job issues: write.`,
  );
}

/** A member of what GitHub answers. */
function memberOf(value: unknown, name: string): unknown {
  return Reflect.get(Object(value), name);
}

/** The open issue, if there is one: pull requests are issues to GitHub, and may have the label. */
async function findIssue(): Promise<unknown> {
  const found = await ask('GET', `/issues?state=open&labels=${label}&sort=created&direction=asc&per_page=100`);
  const issues: readonly unknown[] = Array.isArray(found) ? found : [];
  return issues.find((issue) => memberOf(issue, 'pull_request') === undefined);
}

async function keepIssue(report: string): Promise<string> {
  const issue = await findIssue();
  const number = String(memberOf(issue, 'number'));
  if (code === '0') {
    if (issue === undefined) return 'No contract breaks, and no issue is open.';
    await ask('POST', `/issues/${number}/comments`, { body: 'No contract breaks any more.' });
    await ask('PATCH', `/issues/${number}`, { state: 'closed', state_reason: 'completed' });
    return `Closed #${number}.`;
  }
  const isLong = report.length > longest;
  const body = isLong ? `${report.slice(0, longest)}\n\nThe whole report stands in the workflow's run.` : report;
  if (issue === undefined) {
    const opened = await ask('POST', '/issues', { title, body, labels: [label] });
    return `Opened #${String(memberOf(opened, 'number'))}.`;
  }
  if (memberOf(issue, 'body') === body) return `#${number} says it already.`;
  await ask('PATCH', `/issues/${number}`, { body });
  return `Updated #${number}.`;
}

if (code === '0' || code === '1') {
  try {
    console.log(await keepIssue(readFileSync(file, 'utf8').trim()));
  } catch (error) {
    console.error(`error: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
} else {
  // Neither good news nor bad: the issue stays as it is, and the run fails.
  console.error('error: Failed to compare the API with the contracts. The step before says why.');
  process.exitCode = 2;
}
