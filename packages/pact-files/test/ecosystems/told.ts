/** A matcher as versions 3 and 4 write it. */
export type Matcher = Readonly<Record<string, unknown>>;

/** Matchers by the path of a member, or the name of a header or parameter. */
export type Matchers = Readonly<Record<string, Matcher>>;

/** What a test of some consumer tells its tool: each tool writes it into the file in its own way. */
export interface Told {
  readonly description: string;
  readonly state?: string | undefined;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, readonly string[]>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly send?: unknown;
  /** The rules of the request. */
  readonly asks?: MessageRules;
  readonly generators?: Readonly<Record<string, unknown>>;
  readonly status: number;
  readonly gives?: Readonly<Record<string, string>>;
  readonly answer?: unknown;
  /** The rules of the answer. */
  readonly rules?: MessageRules;
}

/** Rules of a request or an answer, by part. */
export interface MessageRules {
  readonly path?: Matcher;
  readonly status?: Matcher;
  readonly query?: Matchers;
  readonly header?: Matchers;
  readonly body?: Matchers;
}

export const like = { match: 'type' };
export const regex = (pattern: string): Matcher => ({ match: 'regex', regex: pattern });
export const atLeast = (min: number): Matcher => ({ match: 'type', min });

const key = { 'REB-APIKEY': 'placeholder-api-key' };
const keyAndJson = { ...key, 'Content-Type': 'application/json' };
const gives = { 'Content-Type': 'application/json' };
const one = '/customers/cus_01';

/** Sound interactions, each with what is different about it. */
export const told = {
  reading: (difference: Partial<Told> = {}): Told => ({
    description: 'a request for a customer',
    state: 'a customer exists',
    method: 'GET',
    path: one,
    headers: key,
    status: 200,
    gives,
    answer: { id: 'cus_01', email: 'ann@example.com', paymentCount: 3 },
    rules: { body: { '$.email': like, '$.paymentCount': like } },
    ...difference,
  }),
  listing: (difference: Partial<Told> = {}): Told => ({
    description: 'a request for customers',
    state: 'the organization has customers',
    method: 'GET',
    path: '/customers',
    query: { limit: ['10'], sort: ['-createdTime'] },
    headers: key,
    status: 200,
    gives,
    answer: [{ id: 'cus_01', email: 'ann@example.com' }],
    rules: { body: { $: atLeast(1), '$[*].id': like, '$[*].email': like } },
    ...difference,
  }),
  creating: (difference: Partial<Told> = {}): Told => ({
    description: 'a request to create a customer',
    state: 'the organization is ready',
    method: 'POST',
    path: '/customers',
    headers: keyAndJson,
    send: { primaryAddress: { firstName: 'Ann', country: 'GB' } },
    status: 201,
    gives,
    answer: { id: 'cus_01', firstName: 'Ann' },
    rules: { body: { '$.id': like } },
    ...difference,
  }),
  replacing: (difference: Partial<Told> = {}): Told => ({
    description: 'a request to replace a customer',
    state: 'a customer exists',
    method: 'PUT',
    path: one,
    headers: keyAndJson,
    send: { locale: 'en-GB', primaryAddress: { lastName: 'Lee' } },
    status: 200,
    gives,
    answer: { id: 'cus_01', locale: 'en-GB', lastName: 'Lee' },
    ...difference,
  }),
  merging: (difference: Partial<Told> = {}): Told => ({
    description: 'a request to merge a duplicate',
    state: 'a customer and its duplicate exist',
    method: 'DELETE',
    path: one,
    query: { targetCustomerId: ['cus_02'] },
    headers: key,
    status: 204,
    ...difference,
  }),
  readingLeadSource: (difference: Partial<Told> = {}): Told => ({
    description: 'a request for a lead source',
    state: 'a customer has a lead source',
    method: 'GET',
    path: `${one}/lead-source`,
    headers: key,
    status: 200,
    gives,
    answer: { medium: 'cpc', source: 'google' },
    rules: { body: { '$.medium': like, '$.source': like } },
    ...difference,
  }),
  recordingLeadSource: (difference: Partial<Told> = {}): Told => ({
    description: 'a request to record a lead source',
    state: 'a customer exists',
    method: 'PUT',
    path: `${one}/lead-source`,
    headers: keyAndJson,
    send: { medium: 'cpc', source: 'google' },
    status: 201,
    gives,
    answer: { medium: 'cpc', source: 'google' },
    ...difference,
  }),
  deletingLeadSource: (difference: Partial<Told> = {}): Told => ({
    description: 'a request to delete a lead source',
    state: 'a customer has a lead source',
    method: 'DELETE',
    path: `${one}/lead-source`,
    headers: key,
    status: 204,
    ...difference,
  }),
  missing: (difference: Partial<Told> = {}): Told => ({
    description: 'a request for a customer who is gone',
    state: 'a customer does not exist',
    method: 'GET',
    path: one,
    headers: key,
    status: 404,
    gives,
    answer: { status: 404 },
    ...difference,
  }),
  refused: (difference: Partial<Told> = {}): Told => ({
    description: 'a request to create a customer of no country',
    state: 'the organization is ready',
    method: 'POST',
    path: '/customers',
    headers: keyAndJson,
    send: { primaryAddress: { country: 'Germany' } },
    status: 422,
    gives,
    answer: { status: 422 },
    ...difference,
  }),
};
