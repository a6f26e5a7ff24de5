import { join } from 'node:path';

import { mutate } from './mutate.ts';

/** The page about the official SDK. */
export const sdkPageFile: string = join(import.meta.dirname, '../../../docs/official-sdk.md');

/** What mutation finds of the official SDK, as Markdown. */
export async function sdkPage(): Promise<string> {
  const parsed = await mutate('vitest.contract.config.ts', 'contract/rebilly-js-sdk');
  const alone = await mutate('vitest.mutations.config.ts');
  const refusals = alone.mutations.filter(({ kind }) => kind === 'refusal');
  const passed = Map.groupBy(
    refusals.filter(({ outcome }) => outcome === 'unnoticed'),
    ({ test }) => test.split(' > ').at(-1) ?? test,
  );
  const { tolerance, sensitivity, refusal } = parsed.score;
  return `# The official SDK under mutation

\`rebilly-js-sdk\`, unmodified, is a consumer of the [demo](../apps/demo/README.md). \`pnpm --filter @customer-contracts/demo mutate:sdk\` runs its contract tests
under [mutation](../packages/pact/README.md#mutations), and writes this page.

## With a schema behind it

[Its tests](../apps/demo/contract/rebilly-js-sdk) parse what the SDK hands on. Of ${parsed.mutations.length} mutations: tolerance ${percent(tolerance)}, sensitivity ${percent(sensitivity)}, refusal ${percent(refusal)}.

## By itself

In [these tests](../apps/demo/mutations/sdk-by-itself.contract.ts) whatever the SDK hands on counts as success. Of ${refusals.length} wrong answers it refuses ${refusals.filter(({ outcome }) => outcome === 'survived').length}: every documented
problem is among them. It hands on the rest, as if nothing were wrong:

${[...passed].map(([test, own]) => `- ${test}: ${own.map(wordsOf).join('; ')}`).join('\n')}

So parse what it hands on, with the schema that is your contract.
`;
}

function wordsOf({ changes }: { readonly changes: readonly { readonly member: string; readonly claim: string }[] }) {
  return changes.map(({ member, claim }) => `${member} ${claim}`).join(' and ');
}

function percent(score: number | null): string {
  return score === null ? 'without cases' : `${score * 100} %`;
}
