import type { PactDocument } from '../../../document/pact-document.ts';
import { linkTo } from '../../../link-to.ts';
import { findLines } from '../../../lint/find-lines.ts';
import type { Finding } from '../../../lint/finding.ts';
import { maskSecrets } from '../../../secrets.ts';
import type { Drift } from '../drift.ts';
import { cellOf, exampleWords, subjectOf } from './drift-words.ts';

/** The page about drift, where there is one. */
export const driftPage: ReturnType<typeof linkTo> = linkTo('packages/pact-files/README.md#drift');

/** The verdicts as findings in the pacts, as GitHub and code scanning show them: what breaks is an error, what is untested a warning. */
export async function driftFindings({ changes }: Drift, pacts: readonly PactDocument[]): Promise<readonly Finding[]> {
  const findings = changes.map(async (change) =>
    Promise.all(
      change.consumers.map(async ({ consumer, verdict, interaction, counterexample }): Promise<Finding> => {
        const { file, line } = await placeOf(pacts, consumer, interaction);
        const example = counterexample === undefined ? '' : `: ${exampleWords(change, counterexample)}`;
        return {
          file,
          line,
          interaction,
          path: cellOf(change),
          rule: change.kind,
          severity: verdict === 'breaks' ? 'error' : 'warning',
          message: `${subjectOf(change)} ${change.what}, which ${verdict === 'breaks' ? `breaks ${consumer}` : `${consumer} has not tried`}${example}`,
          ...driftPage,
        };
      }),
    ),
  );
  return (await Promise.all(findings)).flat();
}

async function placeOf(
  pacts: readonly PactDocument[],
  consumer: string,
  interaction: string,
): Promise<{ readonly file: string; readonly line: number }> {
  for (const { file, text, interactions } of pacts.filter((pact) => pact.consumer === consumer)) {
    const found = interactions.find(({ description }) => maskSecrets(description) === interaction);
    if (found === undefined) continue;
    const [line = 1] =
      text === undefined ? [] : await findLines(text, [{ position: found.position, path: 'description' }]);
    return { file, line };
  }
  return { file: '', line: 1 };
}
