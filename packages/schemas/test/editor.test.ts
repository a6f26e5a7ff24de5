import { fileURLToPath } from 'node:url';

import ts from 'typescript-5.9';
import { expect, test } from 'vitest';

const file = fileURLToPath(new URL('editor-sample.ts', import.meta.url));

const sample = `
import { type Customer, type LeadSource, operations, type OperationCall } from '@customer-contracts/schemas';
declare const customer: Customer;
declare const leadSource: LeadSource;
declare const call: OperationCall<'getCustomerCollection'>;
customer.lifetimeRevenue?.amount;
customer.email;
leadSource.original?.medium;
leadSource.referrer;
call.offset;
operations;
`;

test.each([
  ['amount', 'The amount in `currency`, in major units (12.5 is twelve and a half).'],
  ['email', 'The e-mail address, from `primaryAddress.emails`: the first primary one, else the first. Read-only.'],
  ['medium', 'The medium, `utm_medium`: `cpc`, `email`, `social`. At most 512 characters.'],
  ['referrer', 'The page that the lead came from: an absolute URI of at most 2083 characters.'],
  ['offset', 'How many customers to leave out first: 0 to 1000.'],
])('an editor shows the words of %s', (member, words) => {
  expect(documentation(sample.lastIndexOf(`.${member};`) + 1)).toBe(words);
});

test('an editor shows the source of the operations', () => {
  expect(documentation(sample.lastIndexOf('operations'))).toContain('Source: Rebilly OpenAPI 2026-08.');
});

const service = ts.createLanguageService({
  fileExists: (name) => name === file || ts.sys.fileExists(name),
  readFile: (name) => ts.sys.readFile(name),
  getCompilationSettings: () => ({
    strict: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    skipLibCheck: true,
  }),
  getScriptFileNames: () => [file],
  getScriptVersion: () => '1',
  getScriptSnapshot: (name) => {
    const text = name === file ? sample : ts.sys.readFile(name);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => fileURLToPath(new URL('.', import.meta.url)),
  getDefaultLibFileName: ts.getDefaultLibFilePath,
});

function documentation(position: number): string {
  return ts.displayPartsToString(service.getQuickInfoAtPosition(file, position)?.documentation);
}
