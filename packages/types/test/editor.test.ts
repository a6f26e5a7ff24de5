import { fileURLToPath } from 'node:url';

import ts from 'typescript-5.9';
import { expect, test } from 'vitest';

const file = fileURLToPath(new URL('sample.ts', import.meta.url));
const sample = `import type { Customer, CustomerInput, Link, Query } from '@customer-contracts/types';
export const customer: Customer = { id: 'cus_01' };
customer.email;
customer.primaryAddress?.city;
customer._links?.[0]?.rel;
export const list = [customer];
export const input: CustomerInput = { paymentToken: 'tok' };
export const query: Query<'getCustomerCollection'> = { offset: 0 };
export const number: number = customer;
`;

test.each([
  ['customer:', 'const customer: Customer'],
  ['list =', 'const list: Customer[]'],
  ['input:', 'const input: CustomerInput'],
  ['primaryAddress?', '(property) primaryAddress?: ContactObject | null | undefined'],
])('an editor shows the name of a type, and not its members: %s', (place, shown) => {
  expect(infoAt(place)).toMatchObject({ shown });
});

test.each([
  ['email;', 'The e-mail address, from `primaryAddress.emails`: the first primary one, else the first. Read-only.'],
  ['city;', 'The city: 1 to 45 characters.'],
  ['rel;', 'How it is related. Look links up by it; the first one wins.'],
  [
    'paymentToken:',
    'A token that becomes the default payment instrument. Works once, and wins over `defaultPaymentInstrumentId`.',
  ],
  ['offset:', 'How many customers to leave out first: 0 to 1000.'],
])('an editor shows the words of a member, also where one is written: %s', (place, words) => {
  expect(infoAt(place)).toMatchObject({ words });
});

test('an error shows the name of a type, and not its members', () => {
  const messages = service.getSemanticDiagnostics(file).map(({ messageText }) => messageText);
  expect(messages).toEqual(["Type 'Customer' is not assignable to type 'number'."]);
});

const service = ts.createLanguageService({
  fileExists: (name) => name === file || ts.sys.fileExists(name),
  readFile: (name) => ts.sys.readFile(name),
  getCompilationSettings: () => ({
    strict: true,
    exactOptionalPropertyTypes: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
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

function infoAt(place: string): { readonly shown: string; readonly words: string } {
  const { displayParts, documentation } = service.getQuickInfoAtPosition(file, sample.indexOf(place)) ?? {};
  return { shown: ts.displayPartsToString(displayParts), words: ts.displayPartsToString(documentation) };
}
