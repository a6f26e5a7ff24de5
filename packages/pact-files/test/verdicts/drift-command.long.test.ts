import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import openapi from '@customer-contracts/schemas/openapi.json' with { type: 'json' };
import { expect, test } from 'vitest';
import * as z from 'zod';

import { raw, rawPact } from '../raw-pact.ts';
import { run } from '../run.ts';
import { EditedDocument } from './edited-document.ts';

const program = fileURLToPath(new URL('../../dist/customer-pact.js', import.meta.url));
const like = { match: 'type' };
const containing = (text: string): unknown => expect.stringContaining(text);

const Printed = z.object({ changes: z.array(z.unknown()) }).strict();
const Log = z.object({
  runs: z.array(z.object({ results: z.array(z.object({ ruleId: z.string(), level: z.string() })) })),
});

/** A working directory with the contract of billing-web, which reads the e-mail address, and a document without it. */
function makeProject() {
  const path = mkdtempSync(join(tmpdir(), 'drift-command-'));
  const write = (file: string, text: string) => writeFileSync(join(path, file), text);
  mkdirSync(join(path, 'pacts'));
  const reading = raw.getCustomer({
    answer: { id: 'cus_01', email: 'ann@example.com', tags: [{ type: 'customer' }] },
    rules: { '$.id': like, '$.email': like, '$.tags[*].type': like },
  });
  write('pacts/billing-web.json', rawPact([reading]));
  const document = new EditedDocument();
  Reflect.deleteProperty(document.membersOf('Customer'), 'email');
  document.member('Tag', 'type', { enum: ['customer', 'kyc-document', 'aml-check', 'fraud'] });
  write('new.json', document.text);
  write('same.json', JSON.stringify(openapi));
  return {
    path,
    write,
    drift: async (...parameters: readonly string[]) => run([program, 'drift', ...parameters], path),
    [Symbol.dispose]: () => rmSync(path, { recursive: true }),
  };
}

test('tells each change, whom it breaks and how, and counts them', async () => {
  using project = makeProject();
  expect(await project.drift('new.json')).toEqual({
    code: 1,
    output: `new.json, version 0.0.0, beside the table of operations

✘ response  email is gone
    getCustomerCollection 200, postCustomer 201, getCustomer 200 and 2 more
    breaks billing-web: get a customer (getCustomer 200)
      {"id":"cus_01","tags":[{"type":"customer","name":"text"}]}

? response  tags[].type may be "fraud"
    getCustomerCollection 200, postCustomer 201, getCustomer 200 and 2 more
    untested billing-web: get a customer (getCustomer 200)

✘ 10 changes: 1 breaks a consumer, 1 is untested, 8 touch nobody
`,
  });
});

test('exits with 0 when nothing breaks, and with 2 when something can not be read', async () => {
  using project = makeProject();
  expect(await project.drift('same.json')).toEqual({
    code: 0,
    output: 'same.json, version 0.0.0, beside the table of operations\n\n✔ nothing changed\n',
  });
  expect(await project.drift('nothing.json')).toEqual({
    code: 2,
    output: 'error: Failed to read nothing.json: there is no such file. Check the path.\n',
  });
  expect(await project.drift('same.json', 'nowhere')).toMatchObject({
    code: 2,
    output: containing('error: Failed to read nowhere: there is no such file or directory. Check the path.'),
  });
});

test('compares two documents with each other', async () => {
  using project = makeProject();
  expect(await project.drift('new.json', '--base', 'new.json')).toMatchObject({ code: 0 });
  expect(await project.drift('same.json', '--base', 'new.json')).toMatchObject({
    code: 0,
    output: containing('same.json, version 0.0.0, beside new.json, version 0.0.0'),
  });
});

test('needs no pact to tell what changed', async () => {
  using project = makeProject();
  rmSync(join(project.path, 'pacts'), { recursive: true });
  expect(await project.drift('new.json')).toMatchObject({
    code: 0,
    output: containing('✔ 10 changes: 0 break a consumer, 0 are untested, 10 touch nobody'),
  });
});

test('prints the changes as JSON', async () => {
  using project = makeProject();
  const { code, output } = await project.drift('new.json', '--json');
  const { changes } = Printed.parse(JSON.parse(output));
  expect(code).toBe(1);
  expect(changes).toHaveLength(10);
  expect(changes).toContainEqual({
    operation: 'getCustomer',
    status: 200,
    direction: 'response',
    member: 'email',
    kind: 'member-removed',
    what: 'is gone',
    consumers: [
      {
        consumer: 'billing-web',
        verdict: 'breaks',
        interaction: 'get a customer',
        counterexample: { id: 'cus_01', tags: [{ type: 'customer', name: 'text' }] },
      },
    ],
  });
});

test('prints annotations, a table, and a log of code scanning', async () => {
  using project = makeProject();
  const github = await project.drift('new.json', '--format', 'github');
  expect(github.output).toMatch(
    /^::error file=pacts\/billing-web\.json,line=\d+,title=member-removed::get a customer: getCustomer 200: email is gone, which breaks billing-web/,
  );
  const markdown = await project.drift('new.json', '--format', 'markdown');
  expect(markdown.output).toContain(
    '| response: email is gone | `getCustomer 200` | ✘ breaks billing-web | get a customer |',
  );
  const sarif = await project.drift('new.json', '--format', 'sarif');
  const { runs } = Log.parse(JSON.parse(sarif.output));
  expect(runs.flatMap(({ results }) => results).map(({ ruleId, level }) => [ruleId, level])).toEqual([
    ['member-removed', 'error'],
    ['enum-value-added', 'warning'],
  ]);
  expect([github, markdown, sarif].map(({ code }) => code)).toEqual([1, 1, 1]);
});

test('leaves out what is exempted, until its day is over', async () => {
  using project = makeProject();
  const exempt = (until: string) =>
    project.write(
      'customer-pact.config.json',
      JSON.stringify({
        exemptions: [
          { rule: 'member-removed', consumer: 'billing-web', member: 'email', reason: 'We read it until May.', until },
        ],
      }),
    );
  exempt('9999-12-31');
  expect(await project.drift('new.json')).toMatchObject({
    code: 0,
    output: containing('✔ 10 changes: 0 break a consumer, 1 is untested, 9 touch nobody (1 break exempted)\n'),
  });
  exempt('2026-01-01');
  expect(await project.drift('new.json')).toMatchObject({
    code: 1,
    output: containing(
      'exemption of member-removed: It ended on 2026-01-01, and its reason was "We read it until May.". Mend what it is about, or give another day.',
    ),
  });
  // It is none of lint's.
  expect((await run([program, 'lint'], project.path)).output).not.toContain('exemption');
});

test('passes on nothing that a terminal obeys', async () => {
  using project = makeProject();
  const name = 'billing\u001B[2J\u202Eweb';
  project.write('pacts/billing-web.json', rawPact([raw.getCustomer({ answer: { email: 'a@b.cd' } })], name));
  for (const format of ['text', 'markdown', 'github', 'sarif']) {
    const { output } = await project.drift('new.json', '--format', format);
    // oxlint-disable-next-line no-control-regex -- what is looked for
    expect(output).not.toMatch(/[\u001B\u202E]/);
    expect(output).toContain('billing');
  }
});

test('says what is wrong with what was asked for', async () => {
  using project = makeProject();
  expect(await project.drift('new.json', '--publish', 'of today')).toMatchObject({
    code: 2,
    output: containing('Give a name of letters, digits, dots and hyphens, such as document-2026-08-21.'),
  });
  expect(await project.drift('new.json', '--publish', 'document-1')).toMatchObject({
    code: 2,
    output: containing('PACT_BROKER_BASE_URL is not set. Set it, or give the url of the broker.'),
  });
  expect(await project.drift('new.json', '--json', '--format', 'sarif')).toMatchObject({ code: 2 });
});
