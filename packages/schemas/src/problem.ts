import type * as types from '@customer-contracts/types';
import * as z from 'zod';

import type { NamedObject } from './named-object.ts';

const shape = {
  /** The kind of problem, a URI reference. Missing means `about:blank`. */
  type: z.string().exactOptional(),
  /** What kind of problem it is, in words; the same for every occurrence. */
  title: z.string().exactOptional(),
  /** The HTTP status. */
  status: z.int().exactOptional(),
  /** What happened this time, in words. Not for parsing. */
  detail: z.string().exactOptional(),
  /** This occurrence, a URI reference. */
  instance: z.string().exactOptional(),
};

const invalidFieldShape = {
  /** The member that broke a rule: a dotted path with indices (`primaryAddress.emails.0.value`). */
  field: z.string().exactOptional(),
  /** The rule that it broke, in words. */
  message: z.string().exactOptional(),
};

/** The schema of {@link InvalidField}. */
export interface InvalidFieldSchema extends NamedObject<typeof invalidFieldShape, z.core.$strip, types.InvalidField> {}
/** One broken rule of a request. The same field may occur more than once (Rebilly OpenAPI 2026-08). */
export const InvalidField: InvalidFieldSchema = z.object(invalidFieldShape);
/** One broken rule of a request. The same field may occur more than once. */
export type InvalidField = types.InvalidField;

const broken = {
  /** The rules that were broken, one entry for each. */
  invalidFields: z.array(InvalidField).exactOptional(),
};

/** The schema of {@link Problem}. */
export interface ProblemSchema extends NamedObject<typeof shape, z.core.$strip, types.Problem> {}
/** What every error answer is: a problem as in RFC 9457, sent as `application/json`. Nothing in it is required. */
export const Problem: ProblemSchema = z.object(shape);
/** What every error answer is: a problem as in RFC 9457, sent as `application/json`. Nothing in it is required. */
export type Problem = types.Problem;

const badRequestShape = {
  ...shape,
  ...broken,
  /** The HTTP status. */
  status: z.literal(400).exactOptional(),
};

/** The schema of {@link BadRequestProblem}. */
export interface BadRequestProblemSchema extends NamedObject<
  typeof badRequestShape,
  z.core.$strip,
  types.BadRequestProblem
> {}
/** 400: the request could not be read. No operation documents it. */
export const BadRequestProblem: BadRequestProblemSchema = z.object(badRequestShape);
const unauthorizedShape = {
  ...shape,
  /** The HTTP status. */
  status: z.literal(401).exactOptional(),
};

/** The schema of {@link UnauthorizedProblem}. */
export interface UnauthorizedProblemSchema extends NamedObject<
  typeof unauthorizedShape,
  z.core.$strip,
  types.UnauthorizedProblem
> {}
/** 400: the request could not be read. No operation documents it. */
export type BadRequestProblem = types.BadRequestProblem;

/** 401: the credentials are missing or not valid. */
export const UnauthorizedProblem: UnauthorizedProblemSchema = z.object(unauthorizedShape);
const forbiddenShape = {
  ...shape,
  /** The HTTP status. */
  status: z.literal(403).exactOptional(),
};

/** The schema of {@link ForbiddenProblem}. */
export interface ForbiddenProblemSchema extends NamedObject<
  typeof forbiddenShape,
  z.core.$strip,
  types.ForbiddenProblem
> {}
/** 401: the credentials are missing or not valid. */
export type UnauthorizedProblem = types.UnauthorizedProblem;

/** 403: the credentials are valid, and may not do this. */
export const ForbiddenProblem: ForbiddenProblemSchema = z.object(forbiddenShape);
const notFoundShape = {
  ...shape,
  /** The HTTP status. */
  status: z.literal(404).exactOptional(),
};

/** The schema of {@link NotFoundProblem}. */
export interface NotFoundProblemSchema extends NamedObject<
  typeof notFoundShape,
  z.core.$strip,
  types.NotFoundProblem
> {}
/** 403: the credentials are valid, and may not do this. */
export type ForbiddenProblem = types.ForbiddenProblem;

/** 404: there is no such customer, or it has no lead source. */
export const NotFoundProblem: NotFoundProblemSchema = z.object(notFoundShape);
const conflictShape = {
  ...shape,
  /** The HTTP status. */
  status: z.literal(409).exactOptional(),
};

/** The schema of {@link ConflictProblem}. */
export interface ConflictProblemSchema extends NamedObject<
  typeof conflictShape,
  z.core.$strip,
  types.ConflictProblem
> {}
/** 404: there is no such customer, or it has no lead source. */
export type NotFoundProblem = types.NotFoundProblem;

/** 409: the request conflicts with the state of the resource. */
export const ConflictProblem: ConflictProblemSchema = z.object(conflictShape);
const validationShape = {
  ...shape,
  ...broken,
  /** The HTTP status. */
  status: z.literal(422).exactOptional(),
};

/** The schema of {@link ValidationProblem}. */
export interface ValidationProblemSchema extends NamedObject<
  typeof validationShape,
  z.core.$strip,
  types.ValidationProblem
> {}
/** 409: the request conflicts with the state of the resource. */
export type ConflictProblem = types.ConflictProblem;

/** 422: the body breaks a rule. `invalidFields` has one entry for each. */
export const ValidationProblem: ValidationProblemSchema = z.object(validationShape);
const tooManyRequestsShape = {
  ...shape,
  /** The HTTP status. */
  status: z.literal(429).exactOptional(),
};

/** The schema of {@link TooManyRequestsProblem}. */
export interface TooManyRequestsProblemSchema extends NamedObject<
  typeof tooManyRequestsShape,
  z.core.$strip,
  types.TooManyRequestsProblem
> {}
/** 422: the body breaks a rule. `invalidFields` has one entry for each. */
export type ValidationProblem = types.ValidationProblem;

/** 429: the organization's allowance of writes is used up. `X-RateLimit-Retry-After` says until when. */
export const TooManyRequestsProblem: TooManyRequestsProblemSchema = z.object(tooManyRequestsShape);
/** 429: the organization's allowance of writes is used up. `X-RateLimit-Retry-After` says until when. */
export type TooManyRequestsProblem = types.TooManyRequestsProblem;

/** The statuses that are answered with a problem, each with its schema and its title (Rebilly OpenAPI 2026-08; RFC 9110). */
export const problems = {
  400: { title: 'Bad Request', schema: BadRequestProblem },
  401: { title: 'Unauthorized', schema: UnauthorizedProblem },
  403: { title: 'Forbidden', schema: ForbiddenProblem },
  404: { title: 'Not Found', schema: NotFoundProblem },
  409: { title: 'Conflict', schema: ConflictProblem },
  422: { title: 'Validation error', schema: ValidationProblem },
  429: { title: 'Rate Limit Exceeded', schema: TooManyRequestsProblem },
} as const satisfies Record<number, { readonly title: string; readonly schema: z.ZodType }>;

/** A status that is answered with a problem. */
export type ProblemStatus = keyof typeof problems;
