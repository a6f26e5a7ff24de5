import type { InvalidInput } from '@customer-contracts/fixtures';
import {
  type InvalidField,
  judgeQuery,
  operations,
  providerStates,
  type QueryProblem,
} from '@customer-contracts/schemas';
import { nearest } from '@customer-contracts/schemas/internal';
import type * as z from 'zod';

import type { ApiDescription } from '../api/api-description.ts';
import { InteractionError } from './interaction-error.ts';
import type { InteractionPlan } from './interaction-plan.ts';

type Call = InteractionPlan['call'];

/**
 * Refuses a call that the API would not take as it is meant: an id or query outside its schema, a filter or a sort by what
 * customers haven't, a body that breaks a rule, unless the answer is 422, and then one that breaks none.
 *
 * @returns the call as it goes over the wire: a filter is text there.
 * @throws {InteractionError} with the member that is wrong.
 */
export function checkCall(plan: InteractionPlan, api: ApiDescription): Call {
  const { operationId, status, given, ownStates } = plan;
  for (const { name, parameters } of given) refuseInvalid(plan, providerStates[name].parameters, parameters);
  for (const own of ownStates) refuseInvalid(plan, own.state.parameters, own.parameters);
  const { pathParameters, query } = operations[operationId];
  const { call, problems } = judgeQuery(operationId, plan.call);
  const { body, ...parameters } = call;
  const taken = [...Object.keys(pathParameters.shape), ...Object.keys(query.shape)];
  const names = new Set([...taken, ...(status === 422 ? invalidInputMembers : [])]);
  const unknown = Object.keys(parameters).find((name) => !names.has(name));
  if (unknown !== undefined) {
    const meant = nearest(unknown, taken);
    throw refuse(plan, `${unknown} is no parameter of it`, meant ? `Did you mean ${meant}?` : 'Leave it out.');
  }
  refuseInvalid(plan, pathParameters, own(parameters, pathParameters));
  refuseInvalid(plan, query, own(parameters, query));
  refuseQuery(plan, problems);
  if (call['targetCustomerId'] !== undefined && call['targetCustomerId'] === call['id'] && status === 204) {
    throw refuse(plan, 'targetCustomerId is the duplicate itself', 'Name another customer.');
  }
  const takesBody = operations[operationId].body !== undefined;
  if (!takesBody && body !== undefined) throw refuse(plan, 'it takes no body', 'Leave body out.');
  if (takesBody) refuseBody(plan, body, api);
  return call;
}

/** The members of an invalid input of the fixtures beside its body. Only the name says something about the interaction. */
const invalidInputMembers: readonly string[] = [
  'name',
  'invalidFields',
  'valid',
] satisfies (keyof InvalidInput<unknown>)[];

/** The members of a body that break a rule, as the API names them: dotted paths with indices. Unknown ones it passes over. */
export function invalidFieldsOf({ operationId, call }: Pick<InteractionPlan, 'operationId' | 'call'>): InvalidField[] {
  // By the schema itself: the API names every rule that a member breaks, and a judge of examples only the first.
  const schema: z.ZodType | undefined = operations[operationId].body;
  const issues = schema?.safeParse(call['body']).error?.issues ?? [];
  return issues
    .filter(({ code }) => code !== 'unrecognized_keys')
    .map(({ path, message }) => (path.length === 0 ? { message } : { field: path.join('.'), message }));
}

function refuseBody(plan: InteractionPlan, body: unknown, api: ApiDescription): void {
  const broken = api.rulesBrokenBy(plan.operationId, body);
  const [first] = broken;
  if (plan.status === 422) {
    if (broken.some(({ kind }) => kind === 'value')) return;
    const passedOver = first === undefined ? '' : `, which passes over ${first.path.join('.')}`;
    const advice = 'Take a body that does, or another status.';
    throw refuse(plan, `the body breaks no rule of ${api.name}${passedOver}`, advice);
  }
  if (first === undefined) return;
  if (body === undefined) throw refuse(plan, 'the body is missing', 'Hand it in as body.');
  const { kind, path, message, advice } = first;
  const member = path.join('.');
  switch (kind) {
    case 'value':
      throw refuse(plan, `${member || 'the body'}: ${message}`, 'Correct it, or say respondsWith(422).');
    case 'read-only':
      throw refuse(plan, `${member} is read-only: ${api.name} passes over it`, advice ?? 'Leave it out.');
    case 'unknown':
      throw refuse(
        plan,
        `${api.name} documents no ${member} to write, and passes over it`,
        advice ?? 'Correct the name, or leave it out.',
      );
    default:
      kind satisfies never;
  }
}

function refuseQuery(plan: InteractionPlan, [problem]: readonly QueryProblem[]): void {
  if (problem === undefined) return;
  const { kind, member, message } = problem;
  const advice =
    kind === 'unknown-field'
      ? 'Correct it, or hand it in as rawFilter(...) where you know that the API takes it.'
      : 'Correct it.';
  throw refuse(plan, `${member}: ${message.replace(/\.$/, '')}`, advice);
}

function refuseInvalid(
  plan: InteractionPlan,
  schema: z.ZodObject,
  parameters: Readonly<Record<string, unknown>>,
): void {
  const [issue] = schema.safeParse(parameters).error?.issues ?? [];
  if (issue === undefined) return;
  const [name, ...inside] = issue.path.map(String);
  if (name !== undefined && inside.length === 0 && parameters[name] === undefined) {
    const advice = name === 'targetCustomerId' ? 'Name the customer that survives the merge.' : 'Hand it in.';
    throw refuse(plan, `${name} is missing`, advice);
  }
  throw refuse(
    plan,
    issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`,
    'Correct the call.',
  );
}

/** The parameters that a schema names and that are there. */
function own(parameters: Readonly<Record<string, unknown>>, { shape }: z.ZodObject): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(parameters).filter(([name, value]) => value !== undefined && Object.hasOwn(shape, name)),
  );
}

function refuse({ operationId }: InteractionPlan, received: string, advice: string): InteractionError {
  return new InteractionError(`Failed to describe ${operationId}: ${received}. ${advice}`, operationId);
}
