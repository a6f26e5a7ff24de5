import { createCustomersClient } from '@customer-contracts/client';
import type { CustomersPact, TestFunction } from '@customer-contracts/pact';
import axios from 'axios';
import ky from 'ky';
import RebillyAPI from 'rebilly-js-sdk';
import * as z from 'zod';

/** The assertion of whatever runner runs the test: that two values are deeply equal. */
export type Equal = (actual: unknown, expected: unknown) => void;

/** A consumer of some lines, with its contract test. */
export interface SmallConsumer {
  /** What it does, as a plain fact. */
  readonly name: string;
  /** The test of it, as `it` takes one. */
  readonly test: (pact: CustomersPact, equal: Equal) => TestFunction;
}

/** One that has a fault, and what has to be named. */
export interface FragileConsumer extends SmallConsumer {
  readonly fault: {
    readonly kind: 'tolerance' | 'sensitivity' | 'refusal';
    /** The members with their claims: `email may be null`. */
    readonly changes: readonly string[];
  };
}

/** What any of them calls the API with. */
export interface Access {
  readonly baseUrl: string;
  readonly apiKey: string;
}

export const id = 'cus_01';

/** A body of the API, by one client or another. */
export type Load = (access: Access) => Promise<unknown>;

/** The clients that teams call the API with: each gets a customer, and the client's own error where that fails. */
export const clients = {
  fetch: (access) => getJson(access, `/customers/${id}`),
  ky: ({ baseUrl, apiKey }) => ky(`${baseUrl}/customers/${id}`, { headers: { 'REB-APIKEY': apiKey } }).json(),
  axios: async ({ baseUrl, apiKey }) => {
    const { data } = await axios.get<unknown>(`${baseUrl}/customers/${id}`, { headers: { 'REB-APIKEY': apiKey } });
    return data;
  },
  ours: async (access) => {
    const { body } = await ours(access).getCustomer({ id });
    return body;
  },
  sdk: async (access) => {
    const { fields } = z.object({ fields: z.unknown() }).parse(await sdk(access).get({ id }));
    return fields;
  },
} satisfies Readonly<Record<string, Load>>;

/** Our own client. */
export function ours({ baseUrl, apiKey }: Access) {
  return createCustomersClient({ server: baseUrl, apiKey, maxRetries: 0 });
}

/** The part of the official SDK that is about customers. */
export function sdk({ baseUrl, apiKey }: Access) {
  const urls = { live: baseUrl, sandbox: baseUrl };
  return RebillyAPI({ apiKey, sandbox: true, timeout: 6000, urls }).customers;
}

/** The body of an answer with a status of success, by fetch. */
export async function getJson<Body>({ baseUrl, apiKey }: Access, path: string): Promise<Body> {
  const response = await fetch(`${baseUrl}${path}`, { headers: { 'REB-APIKEY': apiKey } });
  if (!response.ok) throw new Error(`The API answered ${response.status}.`);
  return z.custom<Body>().parse(await response.json());
}

/** An interaction with its schema, as far as a test needs it. */
interface Testable<Example> {
  test(run: (given: Access & { readonly example: Example }) => Promise<void>): TestFunction;
}

/** What a careless reader takes an answer for: nothing is ever null or absent, and no list is empty. */
export type Careless<Type> = Type extends readonly (infer Element)[]
  ? [Careless<Element>, ...Careless<Element>[]]
  : Type extends object
    ? { [Name in keyof Type]-?: Careless<NonNullable<Type[Name]>> }
    : Type;

/** The test of a consumer that loads something and makes something of it: `right` is what should be made of it. */
export function makes<Example>(
  interaction: (pact: CustomersPact) => Testable<Example>,
  load: Load,
  code: (loaded: Careless<Example>) => unknown,
  right: (example: Example) => unknown,
): SmallConsumer['test'] {
  return (pact, equal) =>
    interaction(pact).test(async ({ example, ...access }) => {
      const loaded = z.custom<Careless<Example>>().parse(await load(access));
      equal(code(loaded), right(example));
    });
}
