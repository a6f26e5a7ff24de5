import type { ApiShape, Kinds, OperationShape } from '../shapes.ts';

/** What has been seen of the API. */
export interface Evidence {
  /** What was answered. */
  readonly shape: ApiShape;
  /** Where it was seen; absent where nobody wrote it down. */
  readonly where?: Surroundings;
  /** How each question was decided; none in a plain recording. */
  readonly observations: readonly Observation[];
}

/** Rebilly's sandbox, this machine, or another host. */
export type Surroundings = 'sandbox' | 'this machine' | 'another host';

/** How the API decided one question. */
export interface Observation {
  /** The question's name, `q3-locale`; of what can't be seen from outside what it is about. */
  readonly scenario: string;
  /** The decision by its anchor in the page about them, or the documented answer: `q3`, `getCustomer 404`. */
  readonly about: string;
  /** `none` where nothing was to be seen: `reason` says why, or `came` what came in the place of a success that it needs. */
  readonly observed: 'as-decided' | 'otherwise' | 'none';
  /** Why it can't be seen from outside. */
  readonly reason?: string;
  /** What came instead. */
  readonly came?: readonly Came[];
}

/** What came at one place of one answer: no value, only what kind. */
export interface Came {
  /** The number of the request in its scenario, from 0. */
  readonly ask: number;
  /** The status of its answer. */
  readonly status: number;
  /** The place that was looked at: `body primaryAddress.city`, `header Location`; absent where it is the status. */
  readonly at?: string;
  /** What stood there; absent where nothing did. */
  readonly kinds?: Kinds;
}

/** Evidence in the form that `parseEvidence` reads: one JSON value a line. */
export function formatEvidence({ shape, where, observations }: Evidence): string {
  const { from, to } = daysOf(shape);
  const lines: unknown[] = [{ shapes: 1, from, to, where }];
  for (const [operation, { body, responses }] of Object.entries(shape.operations)) {
    if (body) lines.push({ operation, status: null, body });
    for (const [status, answer] of Object.entries(responses)) lines.push(lineOf(operation, status, answer));
  }
  return [...lines, ...observations].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** The first and the last day of traffic. */
export function daysOf({ source }: ApiShape): { readonly from?: string; readonly to?: string } {
  return source.kind === 'traffic' ? source : {};
}

function lineOf(operation: string, status: string, { headers, body }: OperationShape['responses'][string]): object {
  const named = Object.fromEntries(Object.values(headers).map(({ name, kinds }) => [name, kinds]));
  return { operation, status: Number(status), headers: named, body };
}
