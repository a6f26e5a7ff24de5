import { hasSecret, isList, isRecord, maskSecrets } from '@customer-contracts/pact-files/internal';
import {
  judgeQuery,
  type OperationId,
  providerStates,
  rawFilter,
  stateNameOfSentence,
} from '@customer-contracts/schemas';
import { operations, parametersOfRequest } from '@customer-contracts/schemas/plain';

import type { PlannedState } from '../plan/interaction-plan.ts';
import { credentialOf } from './credential-of.ts';
import type { Draft } from './draft.ts';
import { type ReadExample, readExample } from './read-example.ts';
import { nothing } from './reading.ts';
import type { SourceInteraction as Interaction, Sources } from './sources.ts';

/** A test of an interaction of a pact, as far as it goes without a try. */
export interface Drafted {
  readonly draft: Draft | undefined;
  readonly remarks: readonly string[];
}

/** Keys and tokens have no business in code: a mask stands in their place. */
export function withoutSecrets<Value>(value: Value): { readonly value: Value; readonly hadSecret: boolean } {
  const text = JSON.stringify(value);
  // Of bodies that are absent, `undefined` stays.
  if (text === undefined || !hasSecret(text)) return { value, hadSecret: false };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The same members, with other texts in them.
  return { value: masked(value) as Value, hadSecret: true };
}

function masked(value: unknown): unknown {
  if (typeof value === 'string') return maskSecrets(value);
  if (isList(value)) return value.map(masked);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [maskSecrets(name), masked(each)]));
}

/** What a test of an interaction says. */
export function draftInteraction(interaction: Interaction, { ruleAt }: Sources): Drafted {
  const { operation, request, response, description, isPending } = interaction;
  if (operation === undefined) return noTest(`The API documents no ${request.method} ${request.path}.`);
  const { answer } = interaction;
  if (answer === undefined) return noTest(`The API documents no status ${response.status} of ${operation.id}.`);
  const call = readCall(interaction, operation.id);
  if (typeof call === 'string') return noTest(call);
  const { given, ownStates, remarks: stateRemarks } = readStates(interaction);
  const body = readBody(interaction, (path) => ruleAt(response.rules, path) === undefined);
  const documented = new Map(Object.keys(answer.headers).map((name) => [name.toLowerCase(), name]));
  const names = Object.keys(response.headers).filter((name) => name.toLowerCase() !== 'content-type');
  const unknown = names.filter((name) => !documented.has(name.toLowerCase()));
  return {
    draft: {
      operationId: operation.id,
      call: call.call,
      status: response.status,
      credential: credentialOf(Object.keys(request.headers), operation.id),
      description: /\S/.test(description) ? description : undefined,
      reading: body.reading,
      headers: names.flatMap((name) => documented.get(name.toLowerCase()) ?? []),
      given,
      ownStates,
      allowed: body.allowed,
      matchers: new Map(),
      isPending,
    },
    remarks: [
      ...call.remarks,
      ...stateRemarks,
      ...body.remarks,
      ...unknown.map((name) => `The API documents no header ${name} there: it is not read.`),
    ],
  };
}

function noTest(reason: string): Drafted {
  return { draft: undefined, remarks: [reason] };
}

interface Called {
  readonly call: Draft['call'];
  readonly remarks: readonly string[];
}

/** The call; or, as a sentence, why there is none. */
function readCall({ request, pathParameters }: Interaction, operationId: OperationId): Called | string {
  const { query, body } = operations[operationId];
  const known = query.shape.kind === 'object' ? query.shape.members : {};
  const call: Record<string, unknown> = { ...pathParameters };
  for (const [name, values] of Object.entries(request.query)) {
    const kind = Object.hasOwn(known, name) ? known[name]?.shape.kind : undefined;
    const [text = ''] = values;
    if (kind === undefined) return `The API documents no parameter ${name} of ${operationId}.`;
    if (kind === 'list') call[name] = values.flatMap((value) => value.split(',').map((each) => each.trim()));
    else if (values.length > 1) return `The parameter ${name} of ${operationId} is sent more than once.`;
    else call[name] = kind === 'number' && /^\d{1,9}$/.test(text) ? Number(text) : text;
  }
  const { filter } = call;
  // Nobody knows all fields: the team's own code sends this one.
  const { problems } = judgeQuery(operationId, call);
  const isOfUnknownField = problems.some(({ member, kind }) => member === 'filter' && kind === 'unknown-field');
  if (typeof filter === 'string' && isOfUnknownField) call['filter'] = rawFilter(filter);
  if (body !== undefined) return { call: { ...call, body: request.body }, remarks: [] };
  const isSent = request.body !== undefined && request.body !== null && request.body !== '';
  return { call, remarks: isSent ? [`${operationId} takes no body: that of the request is left out.`] : [] };
}

function readStates({ states, pathParameters, request }: Interaction) {
  const given: PlannedState[] = [];
  const ownStates: { readonly sentence: string; readonly parameters: Readonly<Record<string, unknown>> }[] = [];
  const remarks: string[] = [];
  for (const { name: sentence, parameters } of states) {
    const name = stateNameOfSentence(sentence);
    if (name === undefined) {
      if (/\S/.test(sentence)) ownStates.push({ sentence, parameters });
      continue;
    }
    const { shape } = providerStates[name].parameters;
    const ofRequest: Readonly<Record<string, unknown>> = {
      ...pathParameters,
      targetCustomerId: request.query['targetCustomerId']?.[0],
    };
    const named = parametersOfRequest.filter((each) => Object.hasOwn(shape, each) && ofRequest[each] !== undefined);
    const whole = { ...Object.fromEntries(named.map((each) => [each, ofRequest[each]])), ...parameters };
    const kept = Object.fromEntries(
      Object.entries(whole).filter(([each, value]) => {
        if (Object.hasOwn(shape, each) && isOf(shape, each, value)) return true;
        remarks.push(`The state "${sentence}" has no such parameter ${each}: it is left out.`);
        return false;
      }),
    );
    // What is missing now, or by itself, the harness finds.
    const { success } = providerStates[name].parameters.safeParse(kept);
    if (success) given.push({ name, parameters: kept });
    else remarks.push(`The state "${sentence}" can't be given with these parameters: it is left out.`);
  }
  return { given, ownStates, remarks };
}

function isOf(shape: Readonly<Record<string, unknown>>, name: string, value: unknown): boolean {
  const schema = shape[name];
  return isSchema(schema) && schema.safeParse(value).success;
}

function isSchema(value: unknown): value is { safeParse(value: unknown): { readonly success: boolean } } {
  return isRecord(value) && typeof value['safeParse'] === 'function';
}

function readBody(
  { operation, answer, response: { body } }: Interaction,
  isExact: Parameters<typeof readExample>[2],
): ReadExample {
  const unread = { reading: undefined, allowed: new Map<string, unknown>() };
  if (body === undefined) return { ...unread, remarks: [] };
  if (answer?.body === undefined)
    return { ...unread, remarks: [`The API answers ${operation?.id} without a body: it is not read.`] };
  const { isList: isOfList, element } = listIn(answer.body);
  const { reading, ...rest } = readExample(answer.body, body, isExact);
  if (!isOfList || reading?.shape.kind !== 'list') return { reading, ...rest };
  const { element: one } = reading.shape;
  // Of an empty list nothing is read but that it is one.
  const isEmpty = one.shape.kind === 'anything' && element?.shape.kind === 'object';
  return { reading: isEmpty ? nothing : one, ...rest };
}

function listIn({ shape }: NonNullable<NonNullable<Interaction['answer']>['body']>) {
  return shape.kind === 'list' ? { isList: true, element: shape.element } : { isList: false, element: undefined };
}
