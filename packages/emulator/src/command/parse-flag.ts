import { wholeFlag } from '@customer-contracts/command/flags';
import { highestSeed } from '@customer-contracts/fixtures';
import { type Allowance, DateTime } from '@customer-contracts/schemas';
import { InvalidArgumentError } from 'commander';

import { Fault } from '../faults/fault.ts';
import type { Cors } from '../http/cors.ts';
import { isOrigin } from '../http/is-origin.ts';
import { idRule, isId } from '../id-rule.ts';

/** A port: 0 to 65535. */
export const parsePort: (value: string) => number = wholeFlag(0, 65_535, 'Give a port from 0 to 65535.');

/** A count of customers: up to ten million. */
export const parseCount: (value: string) => number = wholeFlag(0, 10_000_000);

/** A size in megabytes. */
export const parseMegabytes: (value: string) => number = wholeFlag(1, 10_000_000);

/** `all`, `none`, or one more origin. */
export function parseCors(value: string, before: Cors | undefined): Cors {
  if (before === undefined && value === 'all') return true;
  if (before === undefined && value === 'none') return false;
  if (isOrigin(value) && typeof before !== 'boolean') return [...(before ?? []), value];
  throw new InvalidArgumentError('Give all, none, or origins such as https://app.example.com.');
}

/** A seed, as the fixtures take it. */
export const parseSeed: (value: string) => number = wholeFlag(0, highestSeed);

/** `3000/600`, or `off`. */
export function parseRateLimit(value: string): Allowance | false {
  if (value === 'off') return false;
  const [, limit, windowSeconds] = /^(\d{1,9})\/([1-9]\d{0,8})$/.exec(value) ?? [];
  if (limit === undefined) throw new InvalidArgumentError('Give writes and seconds, such as 3000/600, or off.');
  return { limit: Number(limit), windowSeconds: Number(windowSeconds) };
}

/** A moment in RFC 3339. */
export function parseInstant(value: string): Date {
  if (DateTime.safeParse(value).success) return new Date(value);
  throw new InvalidArgumentError('Give a date and time with an offset, such as 2026-01-01T00:00:00Z.');
}

/** The organizations when no flag names any. */
export const defaultOrganizations: readonly string[] = ['demo'];

/** One more organization, or the first one in place of the default. */
export function parseOrganization(value: string, before: readonly string[]): readonly string[] {
  if (!isId(value)) throw new InvalidArgumentError(`${idRule}.`);
  return before === defaultOrganizations ? [value] : [...before, value];
}

/** One more fault. */
export function parseFault(value: string, before: readonly Fault[]): readonly Fault[] {
  let json: unknown;
  try {
    json = JSON.parse(value);
  } catch {
    throw new InvalidArgumentError('Give JSON, such as {"kind":"latency","milliseconds":200}.');
  }
  const { success, data, error } = Fault.safeParse(json);
  if (success) return [...before, data];
  throw new InvalidArgumentError(error.issues.map(({ path, message }) => `${path.join('.')}: ${message}.`).join(' '));
}
