import type { Problem } from '@customer-contracts/types';

import { adviseUnanswered, CallError, type SentCall } from './call-error.ts';
import type { CallIssue } from './refusals.ts';

/**
 * The API could not be reached, or the connection broke before the whole answer was there. The `cause` is a copy of what
 * the platform threw: names, messages, codes and stacks, and nothing else, since the original may hold the key.
 */
export class NetworkError extends CallError {
  override readonly name = 'NetworkError';
  /** The platform's code of what went wrong, `ECONNREFUSED` and the like, where it has one. Browsers tell none. */
  readonly code: string | undefined;

  /** @internal */
  constructor(call: SentCall, cause: Error) {
    const root = findRoot(cause);
    const code = 'code' in root && typeof root.code === 'string' ? root.code : undefined;
    const isUnreachable = code !== undefined && unreachable.has(code);
    super(
      call,
      isUnreachable
        ? `nothing answers at the address of the server, ${code}`
        : `no whole answer came, ${code ?? root.message}`,
      isUnreachable ? 'Check the server option, and that it runs.' : adviseUnanswered(call.operationId),
      { cause },
    );
    this.code = code;
  }
}

/** Codes that say that no request has reached anybody. */
const unreachable = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN']);

/** No whole answer came within the timeout. */
export class TimeoutError extends CallError {
  override readonly name = 'TimeoutError';
  /** The timeout of one attempt, in ms. */
  readonly timeout: number;

  /** @internal */
  constructor(call: SentCall, timeout: number) {
    super(call, `no whole answer came within ${timeout} ms`, adviseUnanswered(call.operationId));
    this.timeout = timeout;
  }
}

/** What came instead of an answer that the API's document knows. */
export interface UndocumentedAnswer {
  /** The HTTP status; 0 where a browser hides a redirect. */
  readonly status: number;
  /** The problem in the answer, where it holds one. */
  readonly problem?: Problem | undefined;
  /** The members of a documented body that can't be read, where that is what is wrong. */
  readonly issues?: readonly CallIssue[] | undefined;
  /** How long the answer asks to wait before the next attempt, in ms, as a 503 may. */
  readonly retryAfter?: number | undefined;
}

/** The API's document knows no such answer to this operation: another status, or a body that can't be read. */
export class UndocumentedAnswerError extends CallError implements UndocumentedAnswer {
  override readonly name = 'UndocumentedAnswerError';
  /** The HTTP status; 0 where a browser hides a redirect. */
  readonly status: number;
  /** The problem in the answer, where it holds one. */
  readonly problem: Problem | undefined;
  /** The members of a documented body that can't be read; empty where something else is wrong. */
  readonly issues: readonly CallIssue[];
  /** How long the answer asks to wait before the next attempt, in ms from it, as a 503 may; `undefined` when it doesn't say. */
  readonly retryAfter: number | undefined;

  /** @internal */
  constructor(call: SentCall, answer: UndocumentedAnswer, received: string, advice: string) {
    super(call, received, advice);
    this.status = answer.status;
    this.problem = answer.problem;
    this.issues = answer.issues ?? [];
    this.retryAfter = answer.retryAfter;
  }
}

function findRoot(error: Error): Error {
  return error.cause instanceof Error ? findRoot(error.cause) : error;
}
