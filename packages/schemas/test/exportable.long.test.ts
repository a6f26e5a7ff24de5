import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import ts from 'typescript-5.9';
import { expect, test } from 'vitest';

const require = createRequire(import.meta.url);

/** What users derive in one line, and how a declaration of it begins. */
const derived: Readonly<Record<string, string>> = {
  extended: 'Customer.extend({ tier: z.string() })',
  picked: 'CustomerInput.pick({ primaryAddress: true })',
  omitted: 'Customer.omit({ _links: true })',
  partial: 'LeadSource.partial()',
  required: 'ContactObject.required()',
  loose: 'Customer.loose()',
  keys: 'Customer.keyof()',
  shape: 'Customer.shape',
  member: 'Customer.shape.primaryAddress',
  list: 'z.array(Customer)',
  optional: 'Customer.optional()',
  nullable: 'LeadSource.nullable()',
  union: 'z.union([Customer, LeadSource])',
  nested: 'z.object({ customer: Customer, leadSources: LeadSource.array() })',
  branded: `Customer.brand<'customer'>()`,
  refined: 'CustomerInput.refine(({ locale }) => locale !== null)',
  transformed: 'Customer.transform(({ id, email }) => ({ id, email: email ?? null }))',
  tolerated: 'tolerant(z.array(Customer))',
  parsed: `Customer.parse({ id: 'cus_01' })`,
  dated: 'z.array(CustomerDates)',
  decoded: `CustomerDates.decode({ id: 'cus_01' })`,
  table: 'operations',
  answer: 'operations.getCustomerCollection.responses[200].body',
  query: 'operations.getCustomerCollection.query',
  states: 'providerStates',
  theProblems: 'problems',
  method: 'PaymentMethod',
  theResources: 'resources',
  input: 'writtenBeside(Customer)',
  dates: 'DateTime.nullable()',
  part: '{ ...parsed }.primaryAddress',
  links: 'parsed._links',
  payment: 'parsed.defaultPaymentInstrument?.method',
};

test.each([
  ['node16', ts.ModuleKind.Node16, ts.ModuleResolutionKind.Node16],
  ['bundler', ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
])('whatever a user derives can be exported with declarations, by %s', (_, module, moduleResolution) => {
  using project = projectOf(
    `import { ContactObject, Customer, CustomerDates, CustomerInput, DateTime, LeadSource, operations, PaymentMethod, problems, providerStates, resources, tolerant, writtenBeside } from '@customer-contracts/schemas';\nimport * as z from 'zod';\n` +
      Object.entries(derived)
        .map(([name, code]) => `export const ${name} = ${code};\n`)
        .join(''),
  );
  const program = ts.createProgram([project.file], {
    strict: true,
    composite: true,
    declaration: true,
    emitDeclarationOnly: true,
    module,
    moduleResolution,
    target: ts.ScriptTarget.ES2022,
    types: [],
    outDir: join(project.folder, 'dist'),
    rootDir: project.folder,
    skipLibCheck: true,
  });
  expect(ts.getPreEmitDiagnostics(program).map(messageOf)).toEqual([]);
  expect(program.emit().diagnostics.map(messageOf)).toEqual([]);
  const declarations = readFileSync(join(project.folder, 'dist/index.d.ts'), 'utf8');
  expect(declarations).not.toMatch(/\bany\b(?!\[\]|>)/);
  expect(declarations).toContain('parsed: import("@customer-contracts/schemas").CustomerType;');
  expect(declarations).not.toContain('@customer-contracts/types');
});

function messageOf(diagnostic: ts.Diagnostic): string {
  return ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n');
}

/** A project as pnpm installs it: it finds what it depends on, and nothing that those depend on. */
function projectOf(code: string) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'exportable-')));
  const store = join(folder, 'node_modules/.pnpm/schemas/node_modules');
  for (const name of ['@customer-contracts/schemas', '@customer-contracts/types', 'zod']) {
    const installed = realpathSync(dirname(require.resolve(`${name}/package.json`)));
    for (const part of name === 'zod' ? ['.'] : ['package.json', 'dist']) {
      cpSync(join(installed, part), join(store, name, part), { recursive: true });
    }
  }
  mkdirSync(join(folder, 'node_modules/@customer-contracts'));
  for (const name of ['@customer-contracts/schemas', 'zod']) {
    symlinkSync(join(store, name), join(folder, 'node_modules', name));
  }
  const manifest = { name: 'a-user', type: 'module', dependencies: { '@customer-contracts/schemas': '1', zod: '4' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'index.ts'), code);
  return {
    folder,
    file: join(folder, 'index.ts'),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  };
}
