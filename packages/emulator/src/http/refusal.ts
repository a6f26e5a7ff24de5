import type { InvalidField } from '@customer-contracts/schemas';

import { type Answer, json } from './answer.ts';

const titles = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Validation error',
  429: 'Rate Limit Exceeded',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const;

/** A status that the emulator answers with a problem. */
export type ProblemStatus = keyof typeof titles;

interface Extras {
  readonly invalidFields?: readonly InvalidField[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** A problem as in RFC 9457, sent as `application/json` like the API's (docs/api-decisions.md#q15, #q28). */
export function problem(status: ProblemStatus, detail: string, { invalidFields, headers }: Extras = {}): Answer {
  return json(
    status,
    JSON.stringify({ type: 'about:blank', title: titles[status], status, detail, invalidFields }),
    headers,
  );
}

/** Thrown where a request is refused; never leaves the emulator. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** The problem to answer with. */
  readonly answer: Answer;

  constructor(status: ProblemStatus, detail: string, extras?: Extras) {
    super(detail);
    this.answer = problem(status, detail, extras);
  }
}
