import { isCustomersApiError } from '@customer-contracts/client';

/** A fault that may be gone when the request is sent again. */
export interface PassingFault {
  readonly error: Error;
  /** How long the answer asks to wait, in ms; `undefined` when it doesn't say, or there was none. */
  readonly retryAfter: number | undefined;
  /** Whether a server has answered, and no gateway for it: what it says ten times it means. */
  readonly isAnswer: boolean;
}

/** What a gateway says while there is nobody behind it, or too much to do. */
const outages: ReadonlySet<number> = new Set([408, 502, 503, 504]);

/** The passing fault that an error is: no answer, half of one, too many requests, or trouble of the server. */
export function passingFault(error: unknown): PassingFault | undefined {
  if (isCustomersApiError(error, 'NetworkError') || isCustomersApiError(error, 'TimeoutError')) {
    return { error, retryAfter: undefined, isAnswer: false };
  }
  if (isCustomersApiError(error, 'TooManyRequestsError'))
    return { error, retryAfter: error.retryAfter, isAnswer: false };
  if (!isCustomersApiError(error, 'UndocumentedAnswerError')) return undefined;
  const { status, retryAfter } = error;
  if (outages.has(status)) return { error, retryAfter, isAnswer: false };
  // A success that can't be read is an answer that was damaged on its way.
  return status >= 500 || (status > 0 && status < 300) ? { error, retryAfter, isAnswer: true } : undefined;
}
