/** Interactions of an example, as they stand in a pact file of version 3. */
export type PactExample = readonly Readonly<Record<string, unknown>>[];

interface ExampleParts {
  readonly description?: string;
  /** Another provider state; `undefined` for none. */
  readonly state?: string | undefined;
  readonly request?: Readonly<Record<string, unknown>>;
  readonly response?: Readonly<Record<string, unknown>>;
}

const headers = { 'REB-APIKEY': 'placeholder-api-key' };

/** An interaction that reads a customer. */
export function reading(parts: ExampleParts = {}): Readonly<Record<string, unknown>> {
  return example('get a customer', 'a customer exists', parts, {
    request: { method: 'GET', path: '/customers/cus_01', headers },
    response: { status: 200, body: { id: 'cus_01' } },
  });
}

/** An interaction that lists customers. */
export function listing(query: Readonly<Record<string, readonly string[]>>, parts: ExampleParts = {}) {
  return example('list customers', undefined, parts, {
    request: { method: 'GET', path: '/customers', query, headers },
    response: { status: 200, body: [{ id: 'cus_01' }] },
  });
}

/** An interaction that creates a customer from a body. */
export function creating(body: unknown, parts: ExampleParts = {}): Readonly<Record<string, unknown>> {
  return example('create a customer', undefined, parts, {
    request: { method: 'POST', path: '/customers', headers, body },
    response: { status: 201 },
  });
}

/** An interaction that merges a duplicate into another customer. */
export function merging(parts: ExampleParts = {}): Readonly<Record<string, unknown>> {
  return example('merge a duplicate', 'a customer and its duplicate exist', parts, {
    request: { method: 'DELETE', path: '/customers/cus_01', query: { targetCustomerId: ['cus_02'] }, headers },
    response: { status: 204 },
  });
}

function example(
  description: string,
  usual: string | undefined,
  parts: ExampleParts,
  { request, response }: Required<Pick<ExampleParts, 'request' | 'response'>>,
): Readonly<Record<string, unknown>> {
  const state = 'state' in parts ? parts.state : usual;
  return {
    description: parts.description ?? description,
    ...(state === undefined ? {} : { providerStates: [{ name: state }] }),
    request: { ...request, ...parts.request },
    response: { ...response, ...parts.response },
  };
}
