import { harmlessJson } from '@customer-contracts/pact-files/internal';

import { isFault, type MutationReport } from './mutation-report.ts';
import { type Mutation, type MutationKind, mutationKinds } from './mutation.ts';

const descriptions: Readonly<Record<MutationKind, string>> = {
  tolerance: 'The code fails on an answer that the API documents.',
  sensitivity: 'The schema reads a member that no test notices.',
  refusal: 'An answer that must not pass as success passes.',
};

/** The faults of a report as SARIF 2.1.0, as code scanning reads it. */
export function reportSarif({ mutations }: MutationReport): string {
  return harmlessJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'customer-pact',
            rules: mutationKinds.map((id) => ({
              id,
              shortDescription: { text: descriptions[id] },
              defaultConfiguration: { level: 'error' },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: mutations.filter(({ outcome }) => isFault(outcome)).map(resultOf),
      },
    ],
  });
}

function resultOf({ kind, test, interaction, changes, message }: Mutation): object {
  const [, file, line] = / at ([^\s:]+):(\d+):\d+$/.exec(message) ?? [];
  const place =
    file === undefined ? {} : { artifactLocation: { uri: uriOf(file) }, region: { startLine: Number(line) } };
  return {
    ruleId: kind,
    ruleIndex: mutationKinds.indexOf(kind),
    level: 'error',
    // Viewers make a link of [text](address).
    message: { text: `${test}: ${message}`.replaceAll('](', '] (') },
    locations: [
      {
        ...(file === undefined ? {} : { physicalLocation: place }),
        logicalLocations: changes.map(({ member }) => ({
          name: member,
          fullyQualifiedName: `${interaction}: ${member}`,
          kind: 'member',
        })),
      },
    ],
  };
}

function uriOf(file: string): string {
  return file.toWellFormed().replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}
