import { isCustomersApiError } from '@customer-contracts/client';

/** Whether an error may be gone when the request is sent again: no answer, half of one, or trouble of the server. */
export function isPassing(error: unknown): error is Error {
  if (isCustomersApiError(error, 'NetworkError') || isCustomersApiError(error, 'TimeoutError')) return true;
  if (!isCustomersApiError(error, 'UndocumentedAnswerError')) return false;
  // A success that can't be read is an answer that was damaged on its way.
  return error.status >= 500 || error.status < 300 || error.status === 408;
}
