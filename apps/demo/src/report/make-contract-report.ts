import { readFileSync } from 'node:fs';

import { PactFile, type PactInteraction, type Verification, type VerifiedInteraction } from '@customer-contracts/pact';
import { matchOperation, operationIds, operations, statusesOf } from '@customer-contracts/schemas';

import * as z from 'zod';

import { type ContractReport, type ReportedInteraction, Variant } from './contract-report.ts';
import { describeMessage, describeQuery } from './pact-message.ts';

/** Where the harness leaves the variant of an interaction that has several. */
const Comments = z.object({ 'customer-contracts': z.object({ variant: Variant }) });

/** What a run has found. */
export interface Findings {
  /** The paths of the pact files. */
  readonly pacts: readonly string[];
  /** What the contracts were verified against, in words. */
  readonly provider: string;
  /** What the verification found, and when; absent where there was none. */
  readonly verification?: Verification | undefined;
  readonly verifiedAt?: Date | undefined;
}

/** The pact files and the verification of a run as what the Contract page shows. */
export function makeContractReport({ pacts, provider, verification, verifiedAt }: Findings): ContractReport {
  const files = pacts.map((path) => PactFile.parse(JSON.parse(readFileSync(path, 'utf8'))));
  const verified = new Map(verification?.interactions.map((found) => [identityOf(found), found]));
  const interactions = files.flatMap(({ consumer, interactions }) =>
    interactions.map((interaction) => {
      const states = (interaction.providerStates ?? []).map(({ name }) => name);
      const { description } = interaction;
      return {
        cell: cellOf(interaction),
        reported: report(
          consumer.name,
          interaction,
          verified.get(identityOf({ consumer: consumer.name, description, states })),
        ),
      };
    }),
  );
  return {
    verifiedAt: verifiedAt?.toISOString() ?? null,
    provider,
    consumers: files.map(({ consumer }) => consumer.name),
    operations: operationIds.map((operationId) => {
      const { summary, method, path } = operations[operationId];
      return { operationId, summary, method, path };
    }),
    cells: operationIds.flatMap((operationId) => {
      const responses: Readonly<Record<number, { readonly description: string }>> = operations[operationId].responses;
      return statusesOf(operationId).map((status) => ({
        operationId,
        status,
        description: responses[status]?.description ?? '',
        interactions: interactions
          .filter(({ cell }) => cell === `${operationId} ${status}`)
          .map(({ reported }) => reported)
          .toSorted((one, other) => rankOf(one).localeCompare(rankOf(other))),
      }));
    }),
  };
}

/** Consumer by consumer, and of what has several answers the fullest first. */
function rankOf({ consumer, description, variant = 'full' }: ReportedInteraction): string {
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

function cellOf({ request, response }: PactInteraction): string | undefined {
  const match = matchOperation(request.method, request.path);
  return match !== undefined && 'operationId' in match ? `${match.operationId} ${response.status}` : undefined;
}

function report(
  consumer: string,
  interaction: PactInteraction,
  verified: VerifiedInteraction | undefined,
): ReportedInteraction {
  const { description, comments, providerStates = [], request, response } = interaction;
  const { data } = Comments.safeParse(comments);
  return {
    consumer,
    description,
    ...(data && { variant: data['customer-contracts'].variant }),
    states: providerStates.map(({ name, params = {} }) => ({ sentence: name, parameters: params })),
    request: { method: request.method, path: request.path, query: describeQuery(request), ...describeMessage(request) },
    response: { status: response.status, ...describeMessage(response) },
    outcome: outcomeOf(verified),
    reasons: [...(verified?.reasons ?? [])],
  };
}

function outcomeOf(verified: VerifiedInteraction | undefined): ReportedInteraction['outcome'] {
  if (verified === undefined) return 'not run';
  if (verified.isPassed) return 'passed';
  return verified.isVerifiable ? 'failed' : 'not verifiable';
}
