import { type InvalidField, problems, type ProblemStatus as ApiProblemStatus } from '@customer-contracts/schemas';
import { harmless } from '@customer-contracts/schemas/internal';

import { type Answer, json } from './answer.ts';

/** The statuses that are no part of the API's own problems. */
const others = {
  405: { title: 'Method Not Allowed' },
  408: { title: 'Request Timeout' },
  413: { title: 'Content Too Large' },
  415: { title: 'Unsupported Media Type' },
  431: { title: 'Request Header Fields Too Large' },
  500: { title: 'Internal Server Error' },
  503: { title: 'Service Unavailable' },
  507: { title: 'Insufficient Storage' },
} as const;

/** A status that the emulator answers with a problem. */
export type ProblemStatus = ApiProblemStatus | keyof typeof others;

const kinds: Readonly<Record<ProblemStatus, { readonly title: string }>> = { ...problems, ...others };

interface Extras {
  readonly invalidFields?: readonly InvalidField[];
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A problem as in RFC 9457, sent as `application/json` like the API's (docs/api-decisions.md#q15, #q28). It quotes what came,
 * and somebody reads it in a terminal.
 */
export function problem(status: ProblemStatus, detail: string, { invalidFields, headers }: Extras = {}): Answer {
  const said = {
    type: 'about:blank',
    title: kinds[status].title,
    status,
    detail: harmless(detail),
    invalidFields: invalidFields?.map(({ message = '', ...rest }) => ({ ...rest, message: harmless(message) })),
  };
  return json(status, JSON.stringify(said), headers);
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

/** The refusal of a method that a path hasn't; `allow` are those that it has. */
export function notAllowed(
  { path, method }: { readonly path: string; readonly method: string },
  allow: string,
): Refusal {
  return new Refusal(405, `${path} has no ${method}, only ${allow}.`, { headers: { allow } });
}
