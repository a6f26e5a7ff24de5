import { basename } from 'node:path';

import { isRecord, type PactDocument } from '@customer-contracts/pact-files/internal';

import type { PactIdentity } from '../plan/pact-identity.ts';
import { draftInteraction, withoutSecrets } from './draft-interaction.ts';
import type { ConsumerTests, WrittenTest } from './draft.ts';
import { settle } from './settle.ts';
import type { SourceInteraction, Sources } from './sources.ts';

/** The tests of a pact: one for each interaction, or why there is none. */
export async function testsFromPact(pact: PactDocument, directory: string, sources: Sources): Promise<ConsumerTests> {
  const customFields = customFieldsOf(pact);
  const { value: consumer } = withoutSecrets(pact.consumer);
  const identity: PactIdentity = { consumer, provider: pact.provider, directory, seed: 1, customFields };
  const tests: WrittenTest[] = [];
  // One after the other: the core is asked for each.
  for (const interaction of sources.documentedInteractions(pact))
    tests.push(await testOf(interaction, basename(pact.file), identity, sources));
  return { consumer, provider: pact.provider, customFields, tests };
}

async function testOf(
  given: SourceInteraction,
  file: string,
  identity: PactIdentity,
  sources: Sources,
): Promise<WrittenTest> {
  const { interaction, hadSecret } = masked(given);
  const drafted = draftInteraction(interaction, sources);
  const settled = drafted.draft === undefined ? drafted : await settle(drafted.draft, interaction, identity, sources);
  const secret = hadSecret ? ['It holds what looks like a key or token: [masked] stands in its place.'] : [];
  return {
    origin: `${file}, interaction ${interaction.position + 1}`,
    title: interaction.description,
    draft: settled.draft,
    remarks: [...secret, ...drafted.remarks, ...(settled === drafted ? [] : settled.remarks)],
  };
}

/** Credentials go without a word: nothing of their headers is written. */
function masked(interaction: SourceInteraction) {
  const { description, states, request, response, pathParameters } = interaction;
  const { value, hadSecret } = withoutSecrets({
    description,
    states,
    pathParameters,
    path: request.path,
    query: request.query,
    sent: request.body,
    response,
  });
  const { path, query, sent, ...rest } = value;
  return { interaction: { ...interaction, ...rest, request: { ...request, path, query, body: sent } }, hadSecret };
}

/** The organization's own fields that a pact's answers have. */
function customFieldsOf({ interactions }: PactDocument): Readonly<Record<string, unknown>> {
  const fields = interactions.flatMap(({ response: { body } }) =>
    [body].flat().flatMap((customer) => {
      const own: unknown = isRecord(customer) ? customer['customFields'] : undefined;
      return isRecord(own) ? Object.entries(own) : [];
    }),
  );
  const named = Map.groupBy(fields, ([name]) => name);
  named.delete('__proto__');
  return withoutSecrets(Object.fromEntries([...named].map(([name, [first]]) => [name, first?.[1]]))).value;
}
