import type { Cell } from '@customer-contracts/schemas';

import type { DecisionId } from './decisions.ts';

/** What can stand in a body. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * A request of a scenario. In its path, query and body `{a}`, `{b}` and so on stand for ids of the scenario's own, `{mail}` for an
 * e-mail address of its own, and `{word}` for the word that both are made of.
 */
export interface Ask {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Behind the organization: `/customers/{a}`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** As JSON. */
  readonly body?: Json;
  /** As it is, in the place of JSON. */
  readonly text?: string;
  /** Which key goes along, in the place of the one that is given. */
  readonly key?: 'none' | 'unknown';
  /** Where the path begins: without the organization, or with a second slash before it. Behind the organization when absent. */
  readonly from?: 'host' | 'second slash';
  /** How long to wait before it is sent, in ms. */
  readonly after?: number;
}

/** What an answer is expected to be. `of` is the number of the ask, from 0; the last one when absent. */
export type Expectation = { readonly of?: number } & (
  | { readonly status: readonly number[] }
  /** The statuses of all asks, whichever came first. */
  | { readonly statuses: readonly number[] }
  | { readonly header: string; readonly is: Is }
  /** A place in the body as a dotted path with indices: `primaryAddress.emails.0.value`; empty for the whole. */
  | { readonly at: string; readonly is: Is }
);

/** What a value is expected to be. */
export type Is =
  | { readonly kind: ValueKind }
  | { readonly equals: Json }
  | { readonly not: Json }
  | { readonly matches: RegExp }
  /** A value at the same place in another answer, and how much more it is. */
  | { readonly moreBy: number; readonly thanOf: number }
  /** A value at another place of the same answer. */
  | { readonly sameAs: string }
  /** The ids in a list, in their order. */
  | { readonly ids: readonly string[] }
  /** The relations in a list of links, in any order. */
  | { readonly rels: readonly string[] };

/** A kind of JSON value. `unset` is null, absent, or an object or a list with nothing in it. */
export type ValueKind = 'absent' | 'present' | 'unset' | 'null' | 'text' | 'list' | 'empty list' | 'object';

/** A question to the API: how to arrange it, what to ask, and what the answer is by the table or by our word. */
export interface Scenario {
  /** What it is called, once in all. */
  readonly name: string;
  /** The documented answer, or the decision. */
  readonly about: Cell | DecisionId;
  /** What has to be there. An answer other than a success means that nothing is observed. */
  readonly given?: readonly Ask[];
  readonly asks: readonly Ask[];
  /** What has to hold of the answers for the question to make sense. */
  readonly premises?: readonly Expectation[];
  /** What was decided. */
  readonly expects: readonly Expectation[];
}

// Requests

type More = Partial<Omit<Ask, 'method' | 'path' | 'body'>>;

/** Reads a customer, or what is behind it. */
export function get(path: string, query?: Ask['query'], more: More = {}): Ask {
  return { method: 'GET', path: `/customers${path}`, ...(query && { query }), ...more };
}

/** Lists the customers with the scenario's own e-mail address, and what else the filter wants. */
export function list(filter: string, query: Ask['query'] = {}): Ask {
  return get('', { filter: filter === '' ? 'email:{mail}' : `email:{mail};${filter}`, ...query });
}

/** Writes a customer, or its lead source: `/{a}/lead-source`. */
export function put(path: string, body?: Json, more: More = {}): Ask {
  return { method: 'PUT', path: `/customers${path}`, ...(body !== undefined && { body }), ...more };
}

export function post(body: Json, more: More = {}): Ask {
  return { method: 'POST', path: '/customers', body, ...more };
}

export function remove(path: string, query?: Ask['query'], more: More = {}): Ask {
  return { method: 'DELETE', path: `/customers${path}`, ...(query && { query }), ...more };
}

/** A body that a list finds by the scenario's own e-mail address. */
export function reachable(
  more: Readonly<Record<string, Json>> = {},
  address: Readonly<Record<string, Json>> = {},
): Json {
  return { ...more, primaryAddress: { ...address, emails: [{ label: 'main', value: '{mail}', primary: true }] } };
}

// Expectations

export function status(...statuses: readonly number[]): Expectation {
  return { status: statuses };
}

/** Any success of a PUT. */
export const written: Expectation = status(200, 201);

export function at(place: string, is: Is, of?: number): Expectation {
  return { at: place, is, ...(of !== undefined && { of }) };
}

export function equal(place: string, value: Json): Expectation {
  return at(place, { equals: value });
}

export function header(name: string, is: Is, of?: number): Expectation {
  return { header: name, is, ...(of !== undefined && { of }) };
}

/** What a list has, in its order. */
export function finds(...ids: readonly string[]): Expectation {
  return at('', { ids });
}
