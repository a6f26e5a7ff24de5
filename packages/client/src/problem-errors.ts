import type {
  BadRequestProblem,
  ConflictProblem,
  ForbiddenProblem,
  NotFoundProblem,
  Problem,
  TooManyRequestsProblem,
  UnauthorizedProblem,
  ValidationProblem,
} from '@customer-contracts/types';

import { CallError, type SentCall } from './call-error.ts';

/** An answer that holds a problem. */
export interface ProblemAnswer<Status extends number = number, Body extends Problem = Problem> {
  /** The HTTP status. */
  readonly status: Status;
  /** What the answer says about the problem; nothing in it is sure to come. Empty when the body can't be read. */
  readonly problem: Body;
  /** What came, in words. */
  readonly received: string;
}

/** The base of the errors that the API answers with a documented problem. */
export abstract class ProblemError<Status extends number = number, Body extends Problem = Problem> extends CallError {
  /** The HTTP status. */
  readonly status: Status;
  /** What the answer says about the problem; nothing in it is sure to come. Empty when the body can't be read. */
  readonly problem: Body;

  /** @internal */
  constructor(call: SentCall, answer: ProblemAnswer<Status, Body>, advice: string) {
    super(call, answer.received, advice);
    this.status = answer.status;
    this.problem = answer.problem;
  }
}

/** 401: the credentials are missing or not valid. */
export class UnauthorizedError extends ProblemError<401, UnauthorizedProblem> {
  override readonly name = 'UnauthorizedError';

  /** @internal */
  constructor(call: SentCall, answer: ProblemAnswer<401, UnauthorizedProblem>) {
    super(
      call,
      answer,
      'Check the API key or token, and that it belongs to this server: sandbox and live have their own.',
    );
  }
}

/** 403: the credentials are valid, and may not do this. */
export class ForbiddenError extends ProblemError<403, ForbiddenProblem> {
  override readonly name = 'ForbiddenError';

  /** @internal */
  constructor(call: SentCall, answer: ProblemAnswer<403, ForbiddenProblem>) {
    super(call, answer, 'Check the organization, and what the API key or token may do.');
  }
}

/** 404, or 410, which an id that was merged away may get: there is no such customer, or it has no lead source. */
export class NotFoundError extends ProblemError<404 | 410, NotFoundProblem> {
  override readonly name = 'NotFoundError';

  /** @internal */
  constructor(call: SentCall, answer: ProblemAnswer<404 | 410, NotFoundProblem>) {
    const advice = 'Check the id and the organization; a customer that was merged into another is found no more.';
    super(call, answer, advice);
  }
}

/** 409: the request conflicts with the state of the resource. */
export class ConflictError extends ProblemError<409, ConflictProblem> {
  override readonly name = 'ConflictError';

  /** @internal */
  constructor(call: SentCall, answer: ProblemAnswer<409, ConflictProblem>) {
    super(call, answer, 'Read what is there before you send it again.');
  }
}

/**
 * 422, or 400, which a filter that can't be read may get: the request breaks a rule. `problem.invalidFields` has one
 * entry for each.
 */
export class ValidationError extends ProblemError<400 | 422, BadRequestProblem | ValidationProblem> {
  override readonly name = 'ValidationError';

  /** @internal */
  constructor(call: SentCall, answer: ProblemAnswer<400 | 422, BadRequestProblem | ValidationProblem>) {
    super(call, answer, 'Correct the request.');
  }
}

/** 429: the organization's allowance of writes is used up, and the wait is too long or was tried too often. */
export class TooManyRequestsError extends ProblemError<429, TooManyRequestsProblem> {
  override readonly name = 'TooManyRequestsError';
  /** How long the API asks to wait before the next attempt, in ms from its answer; `undefined` when it doesn't say. */
  readonly retryAfter: number | undefined;

  /** @internal */
  constructor(call: SentCall, answer: ProblemAnswer<429, TooManyRequestsProblem>, retryAfter: number | undefined) {
    super(
      call,
      answer,
      retryAfter === undefined ? 'Try again later.' : `Try again in ${Math.ceil(retryAfter / 1000)} s.`,
    );
    this.retryAfter = retryAfter;
  }
}
