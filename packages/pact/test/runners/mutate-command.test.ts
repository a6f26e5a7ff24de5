import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { expect, test } from 'vitest';
import * as z from 'zod';

import { run } from '../run.ts';
import { temporaryProject } from '../temporary-project.ts';
import { customerPact } from './customer-pact.ts';
import { vitestProject, vitestVersions } from './vitest-project.ts';

const require = createRequire(import.meta.url);

const Report = z.strictObject({
  mutations: z.array(
    z.strictObject({
      test: z.string(),
      interaction: z.string(),
      kind: z.enum(['tolerance', 'sensitivity', 'refusal']),
      changes: z.array(z.strictObject({ member: z.string(), claim: z.string() })),
      outcome: z.enum(['survived', 'broke', 'unnoticed', 'skipped']),
      message: z.string(),
    }),
  ),
  score: z.strictObject({
    tolerance: z.number().nullable(),
    sensitivity: z.number().nullable(),
    refusal: z.number().nullable(),
  }),
});

/** The report that stands in the last line. */
function reportIn(output: string): z.infer<typeof Report> {
  return Report.parse(JSON.parse(output.trimEnd().split('\n').at(-1) ?? ''));
}

/** The code of a consumer that trims a last name, of which the API says that it may be null. */
const greeting = `export async function greeting({ baseUrl, apiKey }, id) {
  const response = await fetch(baseUrl + '/customers/' + id, { headers: { 'REB-APIKEY': apiKey } });
  if (!response.ok) throw new Error('The API answered ' + response.status);
  const { firstName, lastName, email } = await response.json();
  if (firstName === null) return { name: email };
  return { name: firstName + ' ' + lastName.trim() };
}
`;

/** Its test: \`expectEqual\` is that of the runner. */
const greetingTest = (head: string, expectEqual: string) => `${head}
import { customersPact } from '@customer-contracts/pact';
import * as z from 'zod';
import { greeting } from './greeting.js';
const pact = customersPact({ consumer: 'greeter', directory: new URL('./pacts', import.meta.url) });
const Read = z.object({
  firstName: z.string().nullable(), lastName: z.string().nullable(), email: z.string().nullable(),
});
it('greets', pact.getCustomer({ id: 'cus_01' }).reads(Read).test(async (mock) => {
  const { firstName, lastName, email } = mock.example;
  const expected = firstName === null ? email : firstName + ' ' + lastName.trim();
  ${expectEqual}(await greeting(mock, 'cus_01'), { name: expected });
}));
`;

const broken = {
  kind: 'tolerance',
  outcome: 'broke',
  changes: [{ member: 'lastName', claim: 'may be null' }],
  message: "lastName may be null: TypeError: Cannot read properties of null (reading 'trim') at greeting.js:6:48",
};

const faults = ({ mutations }: z.infer<typeof Report>) =>
  mutations.filter(({ outcome }) => outcome === 'broke' || outcome === 'unnoticed');

test.each(Object.keys(vitestVersions).map(Number))(
  'names in vitest %i what broke the code, and where',
  async (version) => {
    await using project = await vitestProject(version === 4 ? 4 : 5);
    await project.write('greeting.js', greeting);
    await project.write(
      'greeting.test.js',
      greetingTest('', 'equal').replace('equal(', 'const equal = (a, b) => expect(a).toEqual(b);\n  equal('),
    );

    const command = [process.execPath, project.vitest, 'run', '--root', project.root, 'greeting.test.js'];
    const { code, output } = await run([customerPact, 'mutate', '--json', '--', ...command], project.root);

    expect(faults(reportIn(output))).toEqual([expect.objectContaining(broken)]);
    expect(code).toBe(0);
    expect(existsSync(join(project.root, 'pacts'))).toBe(false);
  },
  120_000,
);
