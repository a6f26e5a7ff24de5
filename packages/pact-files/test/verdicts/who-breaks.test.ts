import { drift, type DriftChange, parsePact, readShapes } from '@customer-contracts/pact-files';
import { expect, test } from 'vitest';

import { rawPact, type RawInteraction } from '../raw-pact.ts';
import { EditedDocument } from './edited-document.ts';
import { seededChanges } from './seeded-changes.ts';

const pactOf = (consumer: string, interactions: readonly RawInteraction[] = []) =>
  interactions.length === 0 ? [] : [parsePact(rawPact(interactions, consumer), `${consumer}.json`)];

for (const { title, edit, kind, member, breaks, untested, untouched } of seededChanges) {
  test(`${title}: names who breaks, who has not tried it, and nobody else`, async () => {
    const document = new EditedDocument();
    edit(document);
    const pacts = [...pactOf('breaks', breaks), ...pactOf('untested', untested), ...pactOf('untouched', untouched)];

    const { changes } = await drift(readShapes(document.text, 'new.json'), pacts);

    const told = changes.filter(
      (change) => change.kind === kind && `.${change.member.replace(/^\[\]\./, '')}`.endsWith(`.${member}`),
    );
    expect(told.length).toBeGreaterThan(0);
    const consequent = changes.filter((change) => !told.includes(change));
    expect(consequent.filter((change) => !isOfTheSame(change))).toEqual([]);
    expect(consequent.flatMap(({ consumers }) => consumers)).toEqual([]);
    const verdicts = told.flatMap(({ consumers }) => consumers);
    const expected = [...(breaks ? ['breaks'] : []), ...(untested ? ['untested'] : [])];
    expect(verdicts.map(({ consumer, verdict }) => ({ consumer, verdict }))).toEqual(
      expected.map((consumer) => ({ consumer, verdict: consumer })),
    );
    for (const { verdict, counterexample } of verdicts) expect(counterexample !== undefined).toBe(verdict === 'breaks');
  });
}

/** A parameter of another name is one less, and a schema of another text has another pattern. */
function isOfTheSame({ kind }: DriftChange): boolean {
  return kind === 'parameter-removed' || kind === 'format-changed';
}

test('says nothing of the document of the table itself', async () => {
  const pacts = seededChanges.flatMap(({ breaks }, index) => pactOf(`consumer-${index}`, breaks));
  const { changes, pinned } = await drift(readShapes(new EditedDocument().text, 'same.json'), pacts);
  expect({ changes, pinned }).toEqual({ changes: [], pinned: [] });
});
