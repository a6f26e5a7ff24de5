/** An interaction as it stands in a pact file, version 4. */
export type RawInteraction = Readonly<Record<string, unknown>>;

/** What an interaction has that the usual one hasn't. `undefined` leaves out what that one has. */
export interface Difference {
  readonly description?: string;
  readonly state?: string | undefined;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly method?: string;
  readonly path?: string;
  readonly query?: Readonly<Record<string, readonly string[]>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly send?: unknown;
  /** The matching rules and generators of the request. */
  readonly asks?: Readonly<Record<string, unknown>>;
  readonly generates?: Readonly<Record<string, unknown>>;
  readonly status?: number;
  readonly answerHeaders?: Readonly<Record<string, string>>;
  readonly answer?: unknown;
  /** The matching rules of the body of the answer, by path: one matcher, or several. */
  readonly rules?: Readonly<Record<string, Matcher | readonly Matcher[]>>;
  readonly answerGenerates?: Readonly<Record<string, unknown>>;
}

type Matcher = Readonly<Record<string, unknown>>;

export const key = { 'REB-APIKEY': 'placeholder-api-key' };
const keyAndJson = { ...key, 'Content-Type': 'application/json' };

const one = '/customers/cus_01';
const usual = {
  getCustomer: { method: 'GET', path: one, state: 'a customer exists', status: 200, answer: { id: 'cus_01' } },
  list: { method: 'GET', path: '/customers', status: 200, answer: [{ id: 'cus_01' }] },
  post: { method: 'POST', path: '/customers', headers: keyAndJson, send: {}, status: 201, answer: { id: 'cus_01' } },
  put: {
    method: 'PUT',
    path: one,
    headers: keyAndJson,
    send: {},
    state: 'a customer exists',
    status: 200,
    answer: { id: 'cus_01' },
  },
  merge: {
    method: 'DELETE',
    path: one,
    query: { targetCustomerId: ['cus_02'] },
    state: 'a customer and its duplicate exist',
    status: 204,
  },
  getLeadSource: {
    method: 'GET',
    path: `${one}/lead-source`,
    state: 'a customer has a lead source',
    status: 200,
    answer: { medium: 'cpc' },
  },
  putLeadSource: {
    method: 'PUT',
    path: `${one}/lead-source`,
    headers: keyAndJson,
    send: { medium: 'cpc' },
    state: 'a customer exists',
    status: 201,
    answer: { medium: 'cpc' },
  },
  deleteLeadSource: {
    method: 'DELETE',
    path: `${one}/lead-source`,
    state: 'a customer has a lead source',
    status: 204,
  },
} as const satisfies Record<string, Difference>;

/** One sound interaction for each operation, each with what is different about it. */
export const raw = {
  getCustomer: (difference: Difference = {}) => interaction('get a customer', { ...usual.getCustomer, ...difference }),
  list: (difference: Difference = {}) => interaction('list customers', { ...usual.list, ...difference }),
  post: (difference: Difference = {}) => interaction('create a customer', { ...usual.post, ...difference }),
  put: (difference: Difference = {}) => interaction('replace a customer', { ...usual.put, ...difference }),
  merge: (difference: Difference = {}) => interaction('merge a duplicate', { ...usual.merge, ...difference }),
  getLeadSource: (difference: Difference = {}) =>
    interaction('get a lead source', { ...usual.getLeadSource, ...difference }),
  putLeadSource: (difference: Difference = {}) =>
    interaction('record a lead source', { ...usual.putLeadSource, ...difference }),
  deleteLeadSource: (difference: Difference = {}) =>
    interaction('delete a lead source', { ...usual.deleteLeadSource, ...difference }),
};

/** The text of a pact file, version 4. */
export function rawPact(
  interactions: readonly RawInteraction[],
  consumer = 'billing-web',
  provider = 'rebilly-customers-api',
): string {
  return JSON.stringify(
    {
      consumer: { name: consumer },
      provider: { name: provider },
      interactions,
      metadata: { pactSpecification: { version: '4.0' } },
    },
    null,
    2,
  );
}

function interaction(usualDescription: string, difference: Difference): RawInteraction {
  const {
    description = usualDescription,
    state,
    method,
    path,
    query,
    headers = key,
    send,
    status,
    answer,
  } = difference;
  const rules = Object.entries(difference.rules ?? {}).map(([place, matchers]): [string, object] => [
    place,
    { matchers: [matchers].flat() },
  ]);
  return withoutUndefined({
    type: 'Synchronous/HTTP',
    description,
    providerStates:
      state === undefined ? undefined : [withoutUndefined({ name: state, params: difference.parameters })],
    request: withoutUndefined({
      method,
      path,
      query,
      headers,
      body: wrapped(send),
      matchingRules: difference.asks,
      generators: difference.generates,
    }),
    response: withoutUndefined({
      status,
      headers: difference.answerHeaders,
      body: wrapped(answer),
      matchingRules: rules.length === 0 ? undefined : { body: Object.fromEntries(rules) },
      generators: difference.answerGenerates,
    }),
  });
}

function wrapped(content: unknown): unknown {
  return content === undefined ? undefined : { content, contentType: 'application/json', encoded: false };
}

function withoutUndefined(record: Readonly<Record<string, unknown>>): RawInteraction {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
