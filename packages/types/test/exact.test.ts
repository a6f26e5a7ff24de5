import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'types-exact-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
mkdirSync(join(folder, 'node_modules/@customer-contracts'), { recursive: true });
symlinkSync(fileURLToPath(new URL('../', import.meta.url)), join(folder, 'node_modules/@customer-contracts/types'));

/** Types of one's own beside ours, and a customer that is written. */
const code = `import type { Customer, CustomerInput, LeadSource, Problem, ResponseBody } from '@customer-contracts/types';

interface Mine {
  id: string;
  email?: string | null;
  invoiceCount?: number;
  primaryAddress?: { city?: string | null; emails?: { value: string; primary?: boolean }[] } | null;
  tags?: { name: string; createdTime?: string }[];
  _links?: { rel?: string; href?: string }[];
  _embedded?: { leadSource?: { medium?: string | null; original?: { medium?: string | null } } };
}
export const mine = (customer: Customer): Mine => customer;
export const all = (customers: ResponseBody<'getCustomerCollection', 200>): Mine[] => customers;
export const source = (leadSource: LeadSource): { campaign?: string | null } => leadSource;
export const reason = (problem: Problem): { detail?: string; status?: number } => problem;

export const input = (locale: string | undefined, primary: boolean | undefined): CustomerInput => ({
  locale,
  primaryAddress: { city: undefined, emails: [{ label: 'main', value: 'ada@example.com', primary }] },
  taxNumbers: [{ type: 'other', value: '1', isDefault: undefined }],
  leadSource: { medium: undefined },
});
export const sent = ({ primaryAddress, locale }: Customer): CustomerInput => ({ primaryAddress, locale });
`;
writeFileSync(join(folder, 'mine.ts'), code);
writeFileSync(
  join(folder, 'unset.ts'),
  `import type { Customer } from '@customer-contracts/types';\nexport const unset: Customer = { id: 'cus_01', email: undefined };\n`,
);

const compilers = ['typescript', 'typescript-5.9'] as const;

test.each(compilers)('what is read fits optional members of one’s own, by %s', (compiler) => {
  expect(errorsOf(compiler, 'mine.ts', true)).toEqual([]);
  expect(errorsOf(compiler, 'mine.ts', false)).toEqual([]);
});

test.each(compilers)('nothing that is read is undefined, for those who tell it from absent, by %s', (compiler) => {
  expect(errorsOf(compiler, 'unset.ts', true)).toEqual(['TS2375']);
  expect(errorsOf(compiler, 'unset.ts', false)).toEqual([]);
});

function errorsOf(compiler: (typeof compilers)[number], file: string, exactOptionalPropertyTypes: boolean): string[] {
  const project = join(folder, 'tsconfig.json');
  const compilerOptions = {
    strict: true,
    skipLibCheck: true,
    exactOptionalPropertyTypes,
    lib: ['ES2022'],
    module: 'nodenext',
    noEmit: true,
    types: [],
  };
  writeFileSync(project, JSON.stringify({ compilerOptions, files: [file] }));
  const program = fileURLToPath(new URL(`../node_modules/${compiler}/bin/tsc`, import.meta.url));
  const { stdout, stderr } = spawnSync(process.execPath, [program, '-p', project], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return [...stdout.matchAll(/error (TS\d+)/g)].map(([, number = '']) => number);
}
