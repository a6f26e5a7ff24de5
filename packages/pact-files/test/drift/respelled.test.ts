import { readShapes } from '@customer-contracts/pact-files';
import { compareShapes, shapeOfTable } from '@customer-contracts/schemas/shapes';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { testSizes } from '../../../../test-sizes.ts';
import { asYaml, respellings } from './respellings.ts';
import { seededChanges } from './seeded-changes.ts';
import { differences } from './shown.ts';
import { theirDocument } from './their-document.ts';

const table = shapeOfTable();
const names = Object.keys(respellings);

test.each(names)('says nothing of a document %s', (name) => {
  const document = respelled([name]);
  const shape = readShapes(JSON.stringify(document), 'new.json');
  expect(compareShapes(table, shape)).toEqual([]);
  expect(compareShapes(readShapes(JSON.stringify(theirDocument()), 'old.json'), shape)).toEqual([]);
  expect(compareShapes(table, readShapes(asYaml(document), 'new.yaml'))).toEqual([]);
});

test('tells one change, however the document is written', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...seededChanges),
      fc.uniqueArray(fc.constantFrom(...names), { maxLength: 3 }),
      fc.boolean(),
      ({ change, expected }, ways, isYaml) => {
        const document = theirDocument();
        change(document);
        const inOrder = ways.toSorted((one, other) => first.indexOf(other) - first.indexOf(one));
        const written = inOrder.reduce((each, way) => respellings[way]?.(each) ?? each, document);
        const shape = readShapes(isYaml ? asYaml(written) : JSON.stringify(written), 'new');
        expect(differences(table, shape).map(withoutCase)).toEqual(expected.toSorted().map(withoutCase));
      },
    ),
    { numRuns: 60 * testSizes.properties, seed: 19 },
  );
});

/** Ways that only read what nobody has respelled yet: paths by their names, and null as a type. The last goes first. */
const first = ['as OpenAPI 3.0', 'with references into its paths'];

function respelled(ways: readonly string[]) {
  return ways.reduce((document, way) => respellings[way]?.(document) ?? document, theirDocument());
}

/** Headers have no case, and an operation without an id is called by method and path. */
function withoutCase(change: string): string {
  return change
    .toLowerCase()
    .replace('patch /customers/{id}', 'patchcustomer')
    .replace('patch /customers/{customerid}', 'patchcustomer');
}
