import { isLocale, localeTags } from '@customer-contracts/fixtures/locales';
import type { Allowance } from '@customer-contracts/schemas';
import { wholeNumber } from '@customer-contracts/schemas/internal';
import { InvalidArgumentError } from 'commander';

import type { Shard } from '../shard.ts';

/** A whole number. */
export function parseWhole(value: string): number {
  const number = wholeNumber(value, Number.MAX_SAFE_INTEGER);
  if (number !== undefined) return number;
  throw new InvalidArgumentError('Give a whole number of 0 or more.');
}

/** From 0 to 1. */
export function parseShare(value: string): number {
  if (/^(0(\.\d+)?|1(\.0+)?|\.\d+)$/.test(value)) return Number(value);
  throw new InvalidArgumentError('Give a number from 0 to 1.');
}

/** `3000/600`. */
export function parseRate(value: string): Allowance {
  const [, limit, windowSeconds] = /^([1-9]\d{0,8})\/([1-9]\d{0,8})$/.exec(value) ?? [];
  if (limit === undefined) throw new InvalidArgumentError('Give writes and seconds, such as 3000/600.');
  return { limit: Number(limit), windowSeconds: Number(windowSeconds) };
}

/** `3/16`: the third of sixteen. */
export function parseShard(value: string): Shard {
  const [, index, of] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(value) ?? [];
  if (index !== undefined && Number(index) <= Number(of)) return { index: Number(index), of: Number(of) };
  throw new InvalidArgumentError('Give a shard and how many there are, counted from 1, such as 3/16.');
}

/** One more. */
export function parseMore(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

export function parseLocale(value: string): string {
  if (isLocale(value)) return value;
  throw new InvalidArgumentError(`Give one of ${localeTags.join(', ')}, or a mix: en-US:6,de-DE:3.`);
}
