import * as z from 'zod';

const shape = {
  /** The kind of problem, a URI reference. Missing means `about:blank`. */
  type: z.string().optional(),
  /** What kind of problem it is, in words; the same for every occurrence. */
  title: z.string().optional(),
  /** The HTTP status. */
  status: z.int().optional(),
  /** What happened this time, in words. Not for parsing. */
  detail: z.string().optional(),
  /** This occurrence, a URI reference. */
  instance: z.string().optional(),
};

const invalidFieldShape = {
  /** The member that broke a rule: a dotted path with indices (`primaryAddress.emails.0.value`). */
  field: z.string().optional(),
  /** The rule that it broke, in words. */
  message: z.string().optional(),
};

/** The schema of {@link InvalidField}. */
export interface InvalidFieldSchema extends z.ZodObject<typeof invalidFieldShape, z.core.$strip> {}
/** One broken rule of a request. The same field may occur more than once (Rebilly OpenAPI 2026-08). */
export const InvalidField: InvalidFieldSchema = z.object(invalidFieldShape);
/** One broken rule of a request. The same field may occur more than once. */
export type InvalidField = z.infer<typeof InvalidField>;

const broken = {
  /** The rules that were broken, one entry for each. */
  invalidFields: z.array(InvalidField).optional(),
};

/** The schema of {@link Problem}. */
export interface ProblemSchema extends z.ZodObject<typeof shape, z.core.$strip> {}
/** What every error answer is: a problem as in RFC 9457, sent as `application/json`. Nothing in it is required. */
export const Problem: ProblemSchema = z.object(shape);
/** What every error answer is: a problem as in RFC 9457, sent as `application/json`. Nothing in it is required. */
export type Problem = z.infer<typeof Problem>;

/** 400: the request could not be read. No operation documents it. */
export const BadRequestProblem = z.object({
  ...shape,
  ...broken,
  /** The HTTP status. */
  status: z.literal(400).optional(),
});
/** 400: the request could not be read. No operation documents it. */
export type BadRequestProblem = z.infer<typeof BadRequestProblem>;

/** 401: the credentials are missing or not valid. */
export const UnauthorizedProblem = z.object({
  ...shape,
  /** The HTTP status. */
  status: z.literal(401).optional(),
});
/** 401: the credentials are missing or not valid. */
export type UnauthorizedProblem = z.infer<typeof UnauthorizedProblem>;

/** 403: the credentials are valid, and may not do this. */
export const ForbiddenProblem = z.object({
  ...shape,
  /** The HTTP status. */
  status: z.literal(403).optional(),
});
/** 403: the credentials are valid, and may not do this. */
export type ForbiddenProblem = z.infer<typeof ForbiddenProblem>;

/** 404: there is no such customer, or it has no lead source. */
export const NotFoundProblem = z.object({
  ...shape,
  /** The HTTP status. */
  status: z.literal(404).optional(),
});
/** 404: there is no such customer, or it has no lead source. */
export type NotFoundProblem = z.infer<typeof NotFoundProblem>;

/** 409: the request conflicts with the state of the resource. */
export const ConflictProblem = z.object({
  ...shape,
  /** The HTTP status. */
  status: z.literal(409).optional(),
});
/** 409: the request conflicts with the state of the resource. */
export type ConflictProblem = z.infer<typeof ConflictProblem>;

/** 422: the body breaks a rule. `invalidFields` has one entry for each. */
export const ValidationProblem = z.object({
  ...shape,
  ...broken,
  /** The HTTP status. */
  status: z.literal(422).optional(),
});
/** 422: the body breaks a rule. `invalidFields` has one entry for each. */
export type ValidationProblem = z.infer<typeof ValidationProblem>;

/** 429: the organization's allowance of writes is used up. `X-RateLimit-Retry-After` says until when. */
export const TooManyRequestsProblem = z.object({
  ...shape,
  /** The HTTP status. */
  status: z.literal(429).optional(),
});
/** 429: the organization's allowance of writes is used up. `X-RateLimit-Retry-After` says until when. */
export type TooManyRequestsProblem = z.infer<typeof TooManyRequestsProblem>;

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
