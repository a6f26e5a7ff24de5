import {
  credentialKinds,
  providerStates,
  type ProviderStateName,
  stateNameOfSentence,
} from '@customer-contracts/schemas';
import { shown } from '@customer-contracts/schemas/internal';
import * as z from 'zod';

import type { BrokenRules } from '../body/judge.ts';
import { readBody } from '../body/read-body.ts';
import type { Credential } from '../credentials/credential.ts';
import { makeSecret } from '../credentials/make-secret.ts';
import { type Answer, json } from '../http/answer.ts';
import type { Incoming } from '../http/incoming.ts';
import { Refusal } from '../http/refusal.ts';
import { makeId } from '../make-id.ts';
import type { ArrangeableApi } from './arrangeable-api.ts';
import { type Arrangement, arrangements } from './arrangements.ts';
import { StateOrganization } from './state-organization.ts';

/** Where provider states are brought about. */
export const providerStatesPath = '/_provider-states';

/** What Pact's verifier sends to the URL of the provider states. */
const StateChange = z.object({
  state: z.string(),
  action: z.enum(['setup', 'teardown']).optional(),
  params: z.record(z.string(), z.unknown()).nullish(),
});

/** Whether the secrets of a state are known at all, and open its organization. */
const secretsFor: Readonly<Record<Arrangement['access'], { readonly areKnown: boolean; readonly open: boolean }>> = {
  everything: { areKnown: true, open: true },
  nothing: { areKnown: true, open: false },
  unknown: { areKnown: false, open: false },
};

/**
 * Brings provider states about, each in a new organization with credentials of its own, so that no two can meet: unless the
 * parameters of a setup name the `organizationId` of an earlier one, for states that an interaction needs together.
 */
export class ProviderStates {
  readonly #api: ArrangeableApi;
  /** The credentials of each organization that a state was set up in. */
  readonly #organizations = new Map<string, readonly Credential[]>();

  constructor(api: ArrangeableApi) {
    this.#api = api;
  }

  /**
   * Answers a change of state: a setup with the values that the interactions take from it, a secret of each kind (`apiKey`,
   * `jwt`, `applicationJwt`) and `organizationId`, beside the parameters. A teardown with that `organizationId` drops the organization; none is needed.
   */
  answer(request: Incoming): Answer {
    if (request.method !== 'POST') {
      throw new Refusal(405, `${providerStatesPath} takes POST.`, { headers: { allow: 'POST' } });
    }
    const { state, action = 'setup', params } = readBody(request, StateChange);
    const name = nameOf(state);
    switch (action) {
      case 'setup':
        return json(200, JSON.stringify(this.#setUp(name, params ?? {})));
      case 'teardown':
        this.#drop(params?.['organizationId']);
        return json(200, '{}');
      default:
        return action satisfies never;
    }
  }

  /** Drops the organizations of all states. */
  dropAll(): void {
    for (const organizationId of this.#organizations.keys()) this.#drop(organizationId);
  }

  #setUp(name: ProviderStateName, params: Record<string, unknown>): Record<string, unknown> {
    const { store, clock, random, keyRing } = this.#api;
    const { setUp, access } = arrangements[name];
    const { organizationId: named, ...others } = params;
    const earlier = typeof named === 'string' ? this.#organizations.get(named) : undefined;
    const organizationId = earlier === undefined ? makeId('org', clock(), random) : String(named);
    const parameters = earlier === undefined ? params : others;
    const broken = store.atomically(() => setUp(new StateOrganization(this.#api, organizationId), parameters));
    if (broken !== undefined) throw invalidParameters(name, broken);
    const { areKnown, open } = secretsFor[access];
    const organizations = open ? [organizationId] : [];
    const credentials = credentialKinds.map((kind): Credential => ({
      kind,
      secret: makeSecret(random),
      organizations,
    }));
    this.#organizations.set(organizationId, [...(earlier ?? []), ...credentials]);
    if (areKnown) for (const credential of credentials) keyRing.add(credential);
    const secrets = Object.fromEntries(credentials.map(({ kind, secret }) => [kind, secret]));
    return { ...params, ...secrets, organizationId };
  }

  #drop(organizationId: unknown): void {
    if (typeof organizationId !== 'string') return;
    const credentials = this.#organizations.get(organizationId);
    if (credentials === undefined) return;
    this.#api.forget(organizationId, credentials);
    this.#organizations.delete(organizationId);
  }
}

function nameOf(sentence: string): ProviderStateName {
  const name = stateNameOfSentence(sentence);
  if (name !== undefined) return name;
  const message = `There is no provider state ${shown(sentence)}.`;
  throw new Refusal(422, message, { invalidFields: [{ field: 'state', message }] });
}

function invalidParameters(name: ProviderStateName, { invalidFields, more }: BrokenRules): Refusal {
  const { sentence } = providerStates[name];
  return new Refusal(422, `The parameters of the provider state "${sentence}" break its schema.${more}`, {
    invalidFields: invalidFields.map((invalid) => ({
      ...invalid,
      field: invalid.field === undefined ? 'params' : `params.${invalid.field}`,
    })),
  });
}
