import type { HttpInteraction, PactDocument } from '@customer-contracts/pact-files';
import type { Verification, VerifiedInteraction } from '@customer-contracts/pact/verify';
import { type Cell, isCell, matchOperation, operationIds, operations, statusesOf } from '@customer-contracts/schemas';
import { type Standing, witnessInWords } from '@customer-contracts/schemas/evidence';

import { type ContractReport, type ReportedEvidence, type ReportedInteraction, Variant } from './contract-report.ts';
import type { ConsumerMutations } from './mutations.ts';
import { rulesInWords } from './rules-in-words.ts';

/** What a run has found. */
export interface Findings {
  readonly pacts: readonly PactDocument[];
  /** What the contracts were verified against, in words. */
  readonly provider: string;
  /** What the verification found, and when; absent where there was none. */
  readonly verification?: Verification | undefined;
  readonly verifiedAt?: Date | undefined;
  /** What mutations have found, by consumer. */
  readonly mutations?: ReadonlyMap<string, ConsumerMutations>;
  /** What each answer rests on, as `readEvidence` has it; absent where nobody has recorded any. */
  readonly evidence?: ((cell: Cell) => Standing) | undefined;
}

/** The pacts and the verification of a run as what the Contract page shows. */
export function makeContractReport({
  pacts,
  provider,
  verification,
  verifiedAt,
  mutations = new Map(),
  evidence,
}: Findings): ContractReport {
  const verified = new Map(verification?.interactions.map((found) => [identityOf(found), found]));
  const reported = pacts.flatMap(({ consumer, interactions }) =>
    interactions.map((interaction) => {
      const { description } = interaction;
      const states = interaction.states.map(({ name }) => name);
      const found = verified.get(identityOf({ consumer, description, states }));
      return { cell: cellOf(interaction), interaction: report(consumer, interaction, found, mutations.get(consumer)) };
    }),
  );
  return {
    verifiedAt: verifiedAt?.toISOString() ?? null,
    provider,
    consumers: pacts.map(({ consumer }) => consumer),
    mutations: [...mutations].map(([consumer, { measuredAt, score }]) => ({
      consumer,
      measuredAt: measuredAt.toISOString(),
      score,
    })),
    operations: operationIds.map((operationId) => {
      const { summary, method, path } = operations[operationId];
      return { operationId, summary, method, path };
    }),
    cells: operationIds.flatMap((operationId) => {
      const responses: Readonly<Record<number, { readonly description: string }>> = operations[operationId].responses;
      return statusesOf(operationId).map((status) => {
        const cell = `${operationId} ${status}`;
        const standing = evidence && isCell(cell) ? inWords(evidence(cell)) : undefined;
        return {
          operationId,
          status,
          description: responses[status]?.description ?? '',
          ...(standing && { evidence: standing }),
          interactions: reported
            .filter((each) => each.cell === cell)
            .map(({ interaction }) => interaction)
            .toSorted((one, other) => rankOf(one).localeCompare(rankOf(other))),
        };
      });
    }),
  };
}

/** What an answer rests on, in words; nothing where it is our word alone, which no documented answer is. */
function inWords(standing: Standing): ReportedEvidence | undefined {
  const { kind } = standing;
  switch (kind) {
    case 'none':
      return undefined;
    case 'documented':
      return { kind, words: 'documented, seen by nobody', what: [] };
    case 'seen':
      return { kind, words: `seen${witnessInWords(standing)}`, what: [] };
    case 'contradicted':
      return { kind, words: `seen otherwise${witnessInWords(standing)}`, what: [...standing.what] };
    default:
      return standing satisfies never;
  }
}

/** Consumer by consumer, and of what has several answers the fullest first. */
function rankOf({ consumer, description, variant = 'complete' }: ReportedInteraction): string {
  return [consumer, description.replace(`, ${variant}`, ''), Variant.options.indexOf(variant)].join('\n');
}

/** Within a pact, a description and its states are there once. */
function identityOf({
  consumer,
  description,
  states,
}: Pick<VerifiedInteraction, 'consumer' | 'description' | 'states'>) {
  return JSON.stringify([consumer, description, ...states]);
}

function cellOf({ request, response }: HttpInteraction): string | undefined {
  const match = matchOperation(request.method, request.path);
  return match !== undefined && 'operationId' in match ? `${match.operationId} ${response.status}` : undefined;
}

function report(
  consumer: string,
  { description, variant, states, request, response }: HttpInteraction,
  verified: VerifiedInteraction | undefined,
  mutations: ConsumerMutations | undefined,
): ReportedInteraction {
  const { method, path, query } = request;
  const counted = mutations?.mutations.filter((each) => each.interaction === description && each.outcome !== 'skipped');
  return {
    consumer,
    description,
    ...(variant && { variant }),
    states: states.map(({ name, parameters }) => ({ sentence: name, parameters })),
    request: {
      method,
      path,
      query: Object.entries(query).map(([name, values]) => ({ name, value: values.join(', ') })),
      ...describe(request),
    },
    response: { status: response.status, ...describe(response) },
    outcome: outcomeOf(verified),
    reasons: [...(verified?.reasons ?? [])],
    ...(counted &&
      counted.length > 0 && {
        mutations: {
          survived: counted.filter(({ outcome }) => outcome === 'survived').length,
          counted: counted.length,
        },
      }),
  };
}

function describe(message: HttpInteraction['request'] | HttpInteraction['response']) {
  const { headers, body } = message;
  return {
    headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
    ...(body === undefined ? {} : { body }),
    rules: rulesInWords(message),
  };
}

function outcomeOf(verified: VerifiedInteraction | undefined): ReportedInteraction['outcome'] {
  if (verified === undefined) return 'not run';
  if (verified.isPassed) return 'passed';
  return verified.isVerifiable ? 'failed' : 'not verifiable';
}
