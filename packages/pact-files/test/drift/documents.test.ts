import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { readShapes } from '@customer-contracts/pact-files';
import { compareShapes, shapeOfTable } from '@customer-contracts/schemas/shapes';
import { expect, test } from 'vitest';

import { seededChanges } from './seeded-changes.ts';
import { differences, turned } from './shown.ts';
import { type Json, theirDocument } from './their-document.ts';

const require = createRequire(import.meta.url);
const table = shapeOfTable();
const theirs = shapeOf(theirDocument());

test("says nothing of this project's own document", () => {
  const own = readFileSync(require.resolve('@customer-contracts/schemas/openapi.json'), 'utf8');
  expect(compareShapes(table, readShapes(own, 'openapi.json'))).toEqual([]);
});

test("says nothing of a document in the form of Rebilly's own of 2026-08", () => {
  expect(compareShapes(table, theirs)).toEqual([]);
});

test.each(seededChanges)('names what changes when $name', ({ change, expected }) => {
  const document = theirDocument();
  change(document);
  expect(differences(table, shapeOf(document))).toEqual(expected.toSorted());
  expect(differences(theirs, shapeOf(document))).toEqual(expected.toSorted());
});

test.each(seededChanges)('names it the other way round when $name', ({ change, expected, turned: other }) => {
  const document = theirDocument();
  change(document);
  expect(differences(shapeOf(document), theirs)).toEqual((other ?? expected.map(turned)).toSorted());
});

function shapeOf(document: Json) {
  return readShapes(JSON.stringify(document), 'new.json');
}
