import { promisedAnswers, type TestedAnswers } from '@customer-contracts/schemas/promised';

import { InvalidOptionsError } from '../invalid-options-error.ts';
import type { ResponseDrift } from './response-drift.ts';

/** How answers are watched. */
export interface WatchOptions {
  /** Is told each distinct deviation once. What it throws, or rejects with, is dropped. */
  readonly onDrift: (drift: ResponseDrift) => unknown;
  /** The share of the answers that are judged, from 0 to 1: `0.1` for one of ten. 1, all of them, when absent. */
  readonly sample?: number | undefined;
  /** What the sample is drawn with: a number from 0 up to 1. `Math.random` when absent. */
  readonly random?: (() => number) | undefined;
  /**
   * Where the API is, so that no other server's answers are judged: `https://api.rebilly.com`, or that with a path. When absent, whatever has
   * a path of the API is taken for it: `/customers/{id}` at any host, or behind any prefix that ends in `/organizations/{organizationId}`.
   */
  readonly baseUrl?: string | URL | undefined;
  /** What your contract tested, made by `testedAnswers` of `@customer-contracts/pact-files`. Nothing is held against it when absent. */
  readonly tested?: TestedAnswers | undefined;
}

/** The options, checked, and what is left out filled in. */
export interface CheckedOptions extends Required<Pick<WatchOptions, 'onDrift'>> {
  readonly sample: number;
  readonly random: () => number;
  /** Where the API is, without a slash at its end; empty where that isn't said. */
  readonly base: string;
  readonly tested: TestedAnswers | undefined;
}

/** What each option may be, in code and in words. */
const rules: Readonly<Record<string, readonly [isUsable: (value: unknown) => boolean, words: string]>> = {
  onDrift: [isFunction, 'a function'],
  sample: [(value) => typeof value === 'number' && value >= 0 && value <= 1, 'a number from 0 to 1'],
  random: [isFunction, 'a function'],
  baseUrl: [(value) => baseOf(value) !== '', 'an http(s) URL without credentials, query and fragment'],
  // A pact in its place, say, would be held against nothing, and nobody would know.
  tested: [
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      Object.keys(value).every((id) => promisedAnswers.some(({ operationId }) => operationId === id)),
    'what testedAnswers makes of pacts',
  ],
};

const required = { onDrift: undefined };

/**
 * Checks the options of a guard. By hand, and in few words: zod, or what checks other options here, weighs as much as all of it.
 *
 * @throws {InvalidOptionsError} when one is unknown or can't be used.
 */
export function checkWatchOptions(options: WatchOptions): CheckedOptions {
  for (const [option, value] of Object.entries<unknown>({ ...required, ...options })) {
    const [isUsable, words] = (Object.hasOwn(rules, option) && rules[option]) || [];
    if (isUsable === undefined)
      throw refuse(option, `there is no option ${option}`, `Choose from ${Object.keys(rules).join(', ')}.`);
    if (isUsable(value) || (value === undefined && option !== 'onDrift')) continue;
    // Of a value only a number is shown: anything else may be a secret.
    const shown = typeof value === 'number' ? value : `of type ${typeof value}`;
    throw refuse(option, `${option} is ${shown}`, `Give ${words}.`);
  }
  const { onDrift, sample = 1, random = Math.random, baseUrl = '', tested } = options;
  return { onDrift, sample, random, base: baseOf(baseUrl), tested };
}

function refuse(option: string, received: string, advice: string): InvalidOptionsError {
  return new InvalidOptionsError({ option, received, advice }, 'watch responses');
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

/** Without a slash at its end; empty where it is no such URL. */
function baseOf(value: unknown): string {
  const text = String(value);
  return /^https?:\/\/(?![^/]*@)[^?#]+$/i.test(text) ? (URL.parse(text)?.href.replace(/\/+$/, '') ?? '') : '';
}
