import { relative } from 'node:path';

import { isRecord } from '@customer-contracts/pact-files/internal';

import { type Frame, framesOf } from '../shards/user-frames.ts';
import type { FailedRun } from './guarded-run.ts';

/** Who is behind a failure: the code; an assertion of the test; or the callback of the test, which may be code and test in one. */
export type Culprit = 'code' | 'assertion' | 'callback';

/** Why a test failed, as far as its error tells. */
export interface Failure {
  readonly culprit: Culprit;
  /** The error in one line, and where it was thrown: `TypeError: ... at show.js:12:20`. */
  readonly message: string;
  /** The whole stack. */
  readonly trace: string;
}

/** What the error of a failed run says. */
export function failureOf({ error: thrown, isBeside }: FailedRun): Failure {
  const error = innermost(thrown);
  const frames = framesOf(stackOf(error));
  const first = frames.find(isOfUser);
  const place = first === undefined ? '' : ` at ${relative(process.cwd(), first.file)}:${first.line}`;
  return {
    culprit: isAssertion(error) ? 'assertion' : !isBeside && isOfCallback(frames) ? 'callback' : 'code',
    message: `${headline(error)}${place}`,
    trace: stackOf(thrown),
  };
}

/** An assertion that a promise is fulfilled has what it was rejected with. */
function innermost(thrown: unknown): unknown {
  if (!(thrown instanceof Object) || !isAssertion(thrown)) return thrown;
  const operator: unknown = Reflect.get(thrown, 'operator');
  const inner: unknown =
    operator === 'doesNotReject' || operator === 'doesNotThrow'
      ? Reflect.get(thrown, 'actual')
      : Reflect.get(thrown, 'cause');
  return isError(inner) ? inner : thrown;
}

/** Whether an error is that of an assertion of chai, vitest, jest or Node. */
function isAssertion(error: unknown): boolean {
  if (!isRecord(error)) return false;
  const { name, code, matcherResult, constructor } = error;
  const isNamed = [name, typeof constructor === 'function' ? constructor.name : undefined].some(
    (each) => typeof each === 'string' && /Assertion(?:Error)?$/.test(each),
  );
  return isNamed || code === 'ERR_ASSERTION' || matcherResult !== undefined;
}

/** Whether the callback of the test threw an error itself: its frame is the first, and the last before the harness. */
function isOfCallback(frames: readonly Frame[]): boolean {
  const own = frames.findIndex((frame) => frame.isOwn);
  return own >= 0 && frames.slice(0, own).filter(isOfUser).length <= 1;
}

function isOfUser({ file, isOwn }: Frame): boolean {
  return !isOwn && !file.includes('/node_modules/');
}

function headline(error: unknown): string {
  if (!isError(error)) return String(error);
  const [first = ''] = error.message.split('\n');
  return `${error.name}: ${first}`;
}

function stackOf(error: unknown): string {
  return isError(error) ? (error.stack ?? '') : String(error);
}

/** Also one of another realm, as jest has them. */
function isError(value: unknown): value is Error {
  return isRecord(value) && typeof value['message'] === 'string' && typeof value['name'] === 'string';
}
