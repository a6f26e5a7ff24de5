import * as z from 'zod';

import { problems, type ProblemStatus } from './problem.ts';
import { type ResourceName, resources } from './resources.ts';

/** What an answer holds: nothing, a problem, one resource, or a list of them. */
export type AnswerContent =
  | { readonly kind: 'none' }
  | { readonly kind: 'problem'; readonly status: ProblemStatus }
  | { readonly kind: 'one' | 'list'; readonly resource: ResourceName };

type Schemas = { readonly [Name in ResourceName]: (typeof resources)[Name]['schema'] };
type Inputs = { readonly [Name in ResourceName]: (typeof resources)[Name]['input'] };
type ProblemSchemas = { readonly [Status in ProblemStatus]: (typeof problems)[Status]['schema'] };

// The same tables by name, typed so that one entry has the type of its own.
const read: { readonly [Name in ResourceName]: { readonly schema: Schemas[Name] } } = resources;
const written: { readonly [Name in ResourceName]: { readonly input: Inputs[Name] } } = resources;
const refused: { readonly [Status in ProblemStatus]: { readonly schema: ProblemSchemas[Status] } } = problems;

/** What an answer holds, and the schema of its body. */
interface Content<Held extends AnswerContent, Body> {
  readonly content: Held;
  readonly body: Body;
}

/** An answer that holds one resource. */
export function one<Name extends ResourceName>(
  resource: Name,
): Content<{ readonly kind: 'one'; readonly resource: Name }, Schemas[Name]> {
  return { content: { kind: 'one', resource }, body: read[resource].schema };
}

/** An answer that holds a list of resources. */
export function listOf<Name extends ResourceName>(
  resource: Name,
): Content<{ readonly kind: 'list'; readonly resource: Name }, z.ZodArray<Schemas[Name]>> {
  return { content: { kind: 'list', resource }, body: z.array(read[resource].schema) };
}

/** An answer that holds a problem. */
export function problem<Status extends ProblemStatus>(
  status: Status,
): Content<{ readonly kind: 'problem'; readonly status: Status }, ProblemSchemas[Status]> {
  return { content: { kind: 'problem', status }, body: refused[status].schema };
}

/** An answer that holds nothing. */
export const nothing: Content<{ readonly kind: 'none' }, undefined> = { content: { kind: 'none' }, body: undefined };

/** A request that writes a resource. */
export function takes<Name extends ResourceName>(
  resource: Name,
): { readonly takes: Name; readonly body: Inputs[Name] } {
  return { takes: resource, body: written[resource].input };
}

/** A request that has no body. */
export const takesNothing: { readonly takes: undefined; readonly body: undefined } = {
  takes: undefined,
  body: undefined,
};
