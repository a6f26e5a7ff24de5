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
  readonly base: URL | undefined;
  readonly tested: TestedAnswers | undefined;
}

/**
 * Checks the options of a guard. By hand, and in few words: zod, or what checks other options here, weighs as much as all of it.
 *
 * @throws {InvalidOptionsError} when one is unknown or can't be used.
 */
export function checkWatchOptions(options: WatchOptions): CheckedOptions {
  if (!isObject(options)) throw refusal('', `the options are of type ${typeof options}`, 'Give an object of options.');
  const { onDrift, sample = 1, random = Math.random, baseUrl, tested, ...unknown } = options;
  const [strange] = Object.keys(unknown);
  if (strange !== undefined) {
    const received = `there is no option ${JSON.stringify(strange)}`;
    throw refusal(strange, received, 'Choose from onDrift, sample, random, baseUrl, tested.');
  }
  const check = (name: keyof WatchOptions, isUsable: boolean, advice: string): void => {
    const value: unknown = options[name];
    // Of a number alone it is certain that it holds no secret.
    const shown = typeof value === 'number' ? value : `of type ${typeof value}`;
    if (!isUsable) throw refusal(name, `${name} is ${shown}`, `Give ${advice}.`);
  };
  const base = baseOf(baseUrl);
  check('onDrift', typeof onDrift === 'function', 'a function');
  check('sample', typeof sample === 'number' && sample >= 0 && sample <= 1, 'a number from 0 to 1');
  check('random', typeof random === 'function', 'a function');
  check('baseUrl', baseUrl === undefined || base !== undefined, 'an http(s) URL without credentials, query and fragment');
  check('tested', tested === undefined || isTested(tested), 'what testedAnswers makes of pacts');
  return { onDrift, sample, random, base, tested };
}

function refusal(option: string, received: string, advice: string): InvalidOptionsError {
  return new InvalidOptionsError({ option, received, advice }, 'watch responses');
}

function baseOf(value: string | URL | undefined): URL | undefined {
  const text = String(value);
  return /^https?:\/\/(?![^/]*@)[^?#]+$/i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
}

/** A pact in its place, say, would be held against nothing, and nobody would know. */
function isTested(tested: TestedAnswers): boolean {
  const ids: readonly string[] = promisedAnswers.map(({ operationId }) => operationId);
  return isObject(tested) && Object.entries(tested).every(([id, answers]) => ids.includes(id) && isObject(answers));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
