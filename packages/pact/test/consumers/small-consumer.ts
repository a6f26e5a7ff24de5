import type { CustomersPact, TestFunction } from '@customer-contracts/pact';
import * as z from 'zod';

/** A consumer of some lines, with its contract test. */
export interface SmallConsumer {
  /** What it does, as a plain fact. */
  readonly name: string;
  /** The test of it, as `it` takes one. */
  readonly test: (pact: CustomersPact) => TestFunction;
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

/** The body of an answer with a status of success, by fetch. */
export async function getJson<Body>({ baseUrl, apiKey }: Access, path: string): Promise<Body> {
  const response = await fetch(`${baseUrl}${path}`, { headers: { 'REB-APIKEY': apiKey } });
  if (!response.ok) throw new Error(`The API answered ${response.status}.`);
  return z.custom<Body>().parse(await response.json());
}

export const id = 'cus_01';
