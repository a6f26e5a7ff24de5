import type { InvalidInput } from '@customer-contracts/fixtures';
import { acceptsCredential, type InvalidField, operations, providerStates } from '@customer-contracts/schemas';
import type * as z from 'zod';

import { InteractionError } from './interaction-error.ts';
import type { InteractionPlan } from './interaction-plan.ts';

/**
 * Refuses a call that the API would not take as it is meant: an id or query outside its schema, a body that breaks a rule,
 * unless the answer is 422, and then one that breaks none.
 *
 * @throws {InteractionError} with the member that is wrong.
 */
export function checkCall(plan: InteractionPlan): void {
  const { operationId, call, status, given, credential, ownStates } = plan;
  if (!acceptsCredential(operationId, credential)) {
    const { security } = operations[operationId];
    throw refuse(plan, `it does not accept ${credential}`, `Authenticate with ${security.join(' or ')}.`);
  }
  for (const { name, parameters } of given) refuseInvalid(plan, providerStates[name].parameters, parameters);
  for (const own of ownStates) refuseInvalid(plan, own.state.parameters, own.parameters);
  const { body: bodySchema, pathParameters, query } = operations[operationId];
  const { body, ...parameters } = call;
  const names = new Set([
    ...Object.keys(pathParameters.shape),
    ...Object.keys(query.shape),
    ...(status === 422 ? invalidInputMembers : []),
  ]);
  const unknown = Object.keys(parameters).find((name) => !names.has(name));
  if (unknown !== undefined) throw refuse(plan, `${unknown} is no parameter of it`, 'Leave it out.');
  refuseInvalid(plan, pathParameters, own(parameters, pathParameters));
  refuseInvalid(plan, query, own(parameters, query));
  const invalid = bodySchema === undefined ? [] : invalidFieldsOf(plan);
  if (status === 422 && invalid.length === 0) {
    throw refuse(plan, 'the body breaks no rule of the API', 'Take a body that does, or another status.');
  }
  const [first] = invalid;
  if (status !== 422 && first !== undefined) {
    throw refuse(plan, `${first.field ?? 'the body'}: ${first.message}`, 'Correct it, or say respondsWith(422).');
  }
  if (bodySchema === undefined && body !== undefined) throw refuse(plan, 'it takes no body', 'Leave body out.');
}

/** The members of an invalid input of the fixtures beside its body. Only the name says something about the interaction. */
const invalidInputMembers: readonly string[] = [
  'name',
  'invalidFields',
  'valid',
] satisfies (keyof InvalidInput<unknown>)[];

/** The members of a body that break a rule, as the API names them: dotted paths with indices. */
export function invalidFieldsOf({ operationId, call }: InteractionPlan): InvalidField[] {
  const schema: z.ZodType | undefined = operations[operationId].body;
  const issues = schema?.safeParse(call['body']).error?.issues ?? [];
  return issues.map(({ path, message }) => ({ field: path.join('.'), message }));
}

function refuseInvalid(
  plan: InteractionPlan,
  schema: z.ZodObject,
  parameters: Readonly<Record<string, unknown>>,
): void {
  const [issue] = schema.safeParse(parameters).error?.issues ?? [];
  if (issue !== undefined) throw refuse(plan, `${issue.path.join('.')}: ${issue.message}`, 'Correct the call.');
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
