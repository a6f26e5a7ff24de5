import type { PactDocument } from '../../document/pact-document.ts';
import { countOf } from '../../report/text-table.ts';
import type { Evidence } from '../../sources/publish-evidence.ts';
import type { Drift } from './drift.ts';
import { cellOf, sourceName, subjectOf } from './formats/drift-words.ts';

/** Whose evidence it is, and which broker has the pacts. */
export interface EvidenceSettings {
  readonly provider: string;
  readonly version: string;
  readonly broker: string;
}

/** What a comparison says about each pact of a broker: one that nothing breaks passes, and is told what it has not tried. */
export function evidenceOf(
  { changes, source, base }: Drift,
  pacts: readonly PactDocument[],
  { provider, version, broker }: EvidenceSettings,
): Evidence {
  const { origin } = new URL(broker);
  const ofBroker = pacts.filter(({ file }) => URL.canParse(file) && new URL(file).origin === origin);
  const results = ofBroker.map(({ file, consumer }) => {
    const verdicts = changes.flatMap((change) =>
      change.consumers
        .filter((each) => each.consumer === consumer)
        .map(({ verdict, interaction, counterexample }) => {
          const { operation, status, direction, member, kind } = change;
          const what = `${cellOf(change)}: ${subjectOf(change)} ${change.what}`;
          const place = { operation, status, direction, member, kind };
          return { verdict, what, interaction, ...(counterexample !== undefined && { counterexample }), ...place };
        }),
    );
    const breaks = verdicts.filter(({ verdict }) => verdict === 'breaks');
    const untested = verdicts.filter(({ verdict }) => verdict === 'untested');
    const summary = `${countOf(breaks.length, 'change')} ${breaks.length === 1 ? 'breaks' : 'break'} ${consumer}, ${untested.length} untested: ${sourceName(source)}, beside ${sourceName(base)}`;
    return { pact: file, isPassed: breaks.length === 0, testResults: { summary, breaks, untested } };
  });
  return { provider, version, results };
}
