// oxlint-disable typescript/only-throw-error -- clients throw what they like
import { AssertionError } from 'node:assert';
import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { inspect } from 'node:util';
import { runInNewContext } from 'node:vm';

import axios, { create } from 'axios';
import ky from 'ky';
import RebillyAPI from 'rebilly-js-sdk';
import * as z from 'zod';

/** Where a mock listens, and keys that nobody must see: one of the environment, a password of it, and one that only the test knows. */
export interface Place {
  readonly baseUrl: string;
  readonly key: string;
  readonly password: string;
  /** Sent as `REB-APIKEY`, and known from there alone. */
  readonly sent: string;
}

/** What a client or a test throws, by a sentence about it. */
export type Shape = (place: Place) => unknown;

/** What `run` throws. */
async function thrownBy(run: () => unknown): Promise<unknown> {
  try {
    await run();
  } catch (error) {
    return error;
  }
  throw new Error('It throws nothing.');
}

/** An error with members of its own. */
const having = (members: object, message = 'failed'): Error => Object.assign(new Error(message), members);

/** An error with a member that no `for` sees. */
const hiding = (name: PropertyKey, descriptor: PropertyDescriptor): Error =>
  Object.defineProperty(new Error('failed'), name, { configurable: true, ...descriptor });

/** What a script gives in a realm of its own. */
const otherRealm = (script: string, key: string): unknown => runInNewContext(script, { key });

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const url = encodeURIComponent;

class ApiError extends Error {
  override name = 'ApiError';
  readonly #key: string;

  constructor(key: string) {
    super('the API refuses');
    this.#key = key;
  }

  get headers(): object {
    return { 'REB-APIKEY': this.#key };
  }
}

class SerializedError extends Error {
  readonly #key: string;

  constructor(key: string) {
    super('failed');
    this.#key = key;
  }

  toJSON(): object {
    return { message: this.message, config: { headers: { 'REB-APIKEY': this.#key } } };
  }
}

class InspectedError extends Error {
  readonly #key: string;

  constructor(key: string) {
    super('failed');
    this.#key = key;
  }

  [inspect.custom](): string {
    return `InspectedError(${this.#key})`;
  }
}

class SpokenError extends Error {
  readonly #key: string;

  constructor(key: string) {
    super('failed');
    this.#key = key;
  }

  override toString(): string {
    return `SpokenError: ${this.#key}`;
  }
}

class ComputedError extends Error {
  readonly #key: string;

  constructor(key: string) {
    super();
    this.#key = key;
    Reflect.deleteProperty(this, 'message');
  }

  override get message(): string {
    return `refused ${this.#key}`;
  }
}

class Session {
  readonly #key: string;

  constructor(key: string) {
    this.#key = key;
  }

  get token(): string {
    return this.#key;
  }

  toJSON(): object {
    return { token: this.#key };
  }

  [inspect.custom](): string {
    return `Session(${this.#key})`;
  }
}

class Client {
  readonly name = 'client';
}

/** Nothing but texts: how a key may be written. */
const texts: Readonly<Record<string, (place: Place) => string>> = {
  'a key': ({ key }) => `no customer for ${key}`,
  'a password': ({ password }) => `login as ann:${password} failed`,
  'a key that was sent': ({ sent }) => `no customer for ${sent}`,
  'a key in a query': ({ key }) => `GET /customers?apiKey=${url(key)}&limit=1 failed`,
  'a key in a query, in lower-case codes': ({ key }) => url(key).replaceAll(/%../g, (code) => code.toLowerCase()),
  'a password in a form': ({ password }) => new URLSearchParams({ user: 'ann', password }).toString(),
  'a key in JSON': ({ key }) => `sent ${JSON.stringify({ key })}`,
  'a key in JSON in JSON': ({ key }) => JSON.stringify({ data: JSON.stringify({ key }) }),
  'a password in XML': ({ password }) =>
    `<p>${password.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</p>`,
  'a key in Base64': ({ key }) => `Authorization: ${base64(key)}`,
  'a key in Base64url': ({ key }) => Buffer.from(key).toString('base64url'),
  'a key in Base64 in a URL': ({ key }) => `?auth=${url(base64(key))}`,
  'a user and a password in Base64': ({ password }) => `Basic ${base64(`a:${password}`)}`,
  'another user and a password in Base64': ({ password }) => `Basic ${base64(`an:${password}`)}`,
  'a third user and a password in Base64': ({ password }) => `Basic ${base64(`ann:${password}`)}`,
  'a header of its own': () => `REB-APIKEY: ${own('text')}\r\nAccept: */*`,
  'a bearer of its own': () => `{"Authorization":"Bearer ${own('bearer')}"}`,
  'a user of its own': () => `Authorization: Basic ${base64(`ann:${own('user')}`)}`,
  'a secret key of Rebilly': () => ['sk', 'sandbox', own('rebilly').replaceAll('.', '_')].join('_'),
  'a JSON Web Token': () =>
    ['eyJhbGciOiJIUzI1NiJ9', Buffer.from(JSON.stringify({ sub: own('sub') })).toString('base64url'), own('jwt')].join(
      '.',
    ),
};

/** A key that is neither in the environment nor sent; all keys here have one word in them. */
function own(name: string): string {
  // In two pieces: runners print the lines of a file.
  return `${['le', 'aks'].join('')}-${name}-${createHmac('sha256', 'own').update(name).digest('hex').slice(0, 12)}`;
}

const textShapes = Object.entries(texts).map(([name, text]): [string, Shape] => [
  `${name}, in a message`,
  (place) => new Error(text(place)),
]);

/** Places on an error. */
const members: Readonly<Record<string, Shape>> = {
  'the name': ({ key }) => having({ name: `Error ${key}` }),
  'the stack alone': ({ key }) =>
    hiding('stack', { value: `Error: failed\n    at ${key} (file.js:1:1)`, writable: true }),
  'the code': ({ key }) => having({ code: `E_${key}` }),
  'a text of its own': ({ key }) => having({ detail: key }),
  'a member nobody lists': ({ key }) => hiding('detail', { value: { key } }),
  'a member that can only be written': ({ key }) =>
    hiding('detail', { value: key, configurable: false, writable: true, enumerable: true }),
  'a member for a symbol': ({ key }) => having({ [Symbol('options')]: { key } }),
  'a symbol': ({ key }) => having({ kind: Symbol(key) }),
  'the description of a symbol': ({ key }) => having({ [Symbol(key)]: true }),
  'the name of a member': ({ key }) => having({ [key]: true }),
  'the name of a member inside': ({ key }) => having({ cache: { [key]: { hits: 1 } } }),
  'a getter of its own': ({ key }) => hiding('request', { get: () => ({ key }), enumerable: true }),
  'a getter that throws it': ({ key }) =>
    hiding('request', {
      get() {
        throw new Error(`no request for ${key}`);
      },
      enumerable: true,
    }),
  'a getter that throws, beside it': ({ key }) =>
    Object.assign(
      hiding('request', {
        get() {
          throw new Error('not now');
        },
        enumerable: true,
      }),
      { key },
    ),
  'the headers': ({ sent }) => having({ config: { headers: { 'REB-APIKEY': sent, Accept: 'application/json' } } }),
  'headers of its own': () => having({ config: { headers: { 'reb-apikey': own('header') } } }, own('header')),
  'options of its own': () => having({ options: { apiKey: own('option') } }, `no ${own('option')}`),
  'raw headers of its own': () => having({ raw: ['Accept', '*/*', 'Authorization', `Bearer ${own('raw')}`] }),
  'a list': ({ key }) => having({ keys: ['a', key] }),
  'a list with holes': ({ key }) => having({ keys: Object.assign([], { 7: key }) }),
  'a list of lists': ({ key }) => having({ keys: [[[key]]] }),
  'fifty levels deep': ({ key }) =>
    having({ deep: Array.from({ length: 50 }).reduce<unknown>((inner) => ({ inner }), key) }),
  'a cycle': ({ key }) => {
    const node: Record<string, unknown> = { key };
    node['self'] = node;
    return having({ node });
  },
  'a cycle through the error': ({ key }) => {
    const error = having({});
    return Object.assign(error, { request: { error, key } });
  },
  'a thousand members': ({ key }) =>
    having({
      ...Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`member${index}`, { index }])),
      last: key,
    }),
  'thirty thousand objects': ({ key }) =>
    having({ rows: Array.from({ length: 30_000 }, (_, index) => ({ index })), key, after: { key } }),
  'a record without a prototype': ({ key }) => having({ values: { __proto__: null, key } }),
  'a class of its own': ({ key }) => having({ session: new Session(key) }),
  'a class as such': ({ key }) => having({ Client: Object.assign(Client, { key }) }),
  'a function': ({ key }) => having({ retry: Object.assign(() => key, { options: { key } }) }),
  'a map': ({ key }) => having({ cache: new Map([['a', { key }]]) }),
  'the keys of a map': ({ key }) => having({ cache: new Map([[key, 1]]) }),
  'a set': ({ key }) => having({ keys: new Set([key]) }),
  'a buffer': ({ key }) => having({ body: Buffer.from(`{"key":"${key}"}`) }),
  bytes: ({ key }) => having({ body: new TextEncoder().encode(key) }),
  'the buffer of bytes': ({ key }) => having({ body: new Uint8Array(Buffer.from(key)).buffer }),
  'a view of bytes': ({ key }) => having({ body: new DataView(new Uint8Array(Buffer.from(key)).buffer) }),
  'a pattern': ({ key }) => having({ expected: new RegExp(key.replaceAll(/\W/g, '\\$&')) }),
  'an object around a text': ({ key }) => having({ text: new String(key) }),
  'a promise': ({ key }) => having({ answer: Promise.resolve({ key }) }),
  Headers: ({ key }) => having({ headers: new Headers({ 'REB-APIKEY': key }) }),
  'a URL': ({ key }) => having({ url: new URL(`http://127.0.0.1/?apiKey=${url(key)}`) }),
  URLSearchParams: ({ key }) => having({ params: new URLSearchParams({ key }) }),
  FormData: ({ key }) => {
    const form = new FormData();
    form.set('key', key);
    return having({ form });
  },
  'a Request': ({ key }) => having({ request: new Request('http://127.0.0.1/', { headers: { 'REB-APIKEY': key } }) }),
  'a Response': ({ key }) => having({ response: new Response('no', { headers: { 'X-Key': key } }) }),
  'the environment': () => having({ env: process.env }),
  'the global object': () => having({ scope: globalThis }),
  'the process': () => having({ process }),
  'a proxy': ({ key }) => having({ options: new Proxy({ key }, {}) }),
  'a proxy that answers only': ({ key }) =>
    having({
      options: new Proxy(
        { name: '' },
        { get: (target, name): unknown => (name === 'name' ? key : Reflect.get(target, name)) },
      ),
    }),
};

/** Errors of many kinds. */
const kinds: Readonly<Record<string, Shape>> = {
  'a cause': ({ key }) => new Error('failed', { cause: new Error(`refused ${key}`) }),
  'a text as the cause': ({ key }) => new Error('failed', { cause: key }),
  'an object as the cause': ({ key }) => new Error('failed', { cause: { headers: { 'REB-APIKEY': key } } }),
  'the cause of a cause': ({ key }) =>
    new Error('failed', { cause: new TypeError('fetch failed', { cause: having({ options: { key } }) }) }),
  'a cause that is frozen': ({ key }) => new Error('failed', { cause: Object.freeze(new Error(key)) }),
  'causes in a cycle': ({ key }) => {
    const [one, other] = [new Error('one'), new Error(`other ${key}`)];
    one.cause = other;
    other.cause = one;
    return one;
  },
  'an AggregateError': ({ key }) => new AggregateError([new Error('one'), new Error(`two ${key}`)], 'all failed'),
  'an AggregateError in another': ({ key }) =>
    new AggregateError([new AggregateError([having({ key })], 'inner')], 'outer'),
  'an error that suppresses another': ({ key }) =>
    Object.assign(new Error('failed'), { error: new Error(key), suppressed: new Error(`second ${key}`) }),
  'a class of its own with a getter': ({ key }) => new ApiError(key),
  'a class of its own as the cause': ({ key }) => new Error('failed', { cause: new ApiError(key) }),
  'a class with toJSON': ({ key }) => new SerializedError(key),
  'a class that Node asks how to print it': ({ key }) => new InspectedError(key),
  'a class with toString': ({ key }) => new SpokenError(key),
  'a class that computes its message': ({ key }) => new ComputedError(key),
  'a message that can only be read': ({ key }) =>
    hiding('message', { value: `refused ${key}`, writable: false, configurable: false }),
  'a frozen error': ({ key }) => Object.freeze(new Error(`refused ${key}`)),
  'a frozen error with a cause': ({ key }) => Object.freeze(new ApiError(key)),
  'a sealed error': ({ key }) => Object.seal(having({ key }, `refused ${key}`)),
  'an error that takes no members': ({ key }) => Object.preventExtensions(new ApiError(key)),
  'a proxy of an error': ({ key }) => new Proxy(having({ key }, `refused ${key}`), {}),
  'a proxy that answers with it': ({ key }) =>
    new Proxy(new Error('failed'), {
      get: (target, name): unknown => (name === 'message' ? `refused ${key}` : Reflect.get(target, name)),
    }),
  'a proxy that lets nobody look': ({ key }) =>
    new Proxy(having({ key }, `refused ${key}`), {
      ownKeys() {
        throw new Error('no keys');
      },
      has() {
        throw new Error('no has');
      },
      defineProperty() {
        throw new Error('no define');
      },
    }),
  'an error of another realm': ({ key }) => otherRealm('Object.assign(new TypeError(key), { key })', key),
  'a cause of another realm': ({ key }) => new Error('failed', { cause: otherRealm('new RangeError(key)', key) }),
  'a DOMException': ({ key }) => new DOMException(`refused ${key}`, 'AbortError'),
  'an abort with a reason': ({ key }) => thrownBy(() => AbortSignal.abort(new Error(key)).throwIfAborted()),
  'an AssertionError': ({ key }) =>
    new AssertionError({ actual: { key }, expected: { key: 'b' }, operator: 'deepEqual' }),
  'an AssertionError with a message': ({ key }) => new AssertionError({ message: `expected ${key}`, actual: key }),
  'what a runner shows the difference of': ({ key }) =>
    having({
      actual: { key },
      expected: { key: 'b' },
      diff: `- ${key}\n+ b`,
      showDiff: true,
      matcherResult: { message: key },
    }),
  'a ZodError': ({ key }) => z.strictObject({ id: z.string() }).safeParse({ id: 'a', [key]: 1 }).error,
  'a JSON text that is none': ({ key }) => thrownBy(() => JSON.parse(`{"k":${key}}`)),
  'a URL that is none': ({ key }) => thrownBy(() => new URL(`//${key}`)),
};

/** What clients throw about an answer of the mock: each sends the key that is in nobody's environment. */
const clients: Readonly<Record<string, Shape>> = {
  axios: ({ baseUrl, sent }) =>
    thrownBy(() => axios.get(`${baseUrl}/customers/none`, { headers: { 'REB-APIKEY': sent } })),
  'axios with defaults': ({ baseUrl, sent }) =>
    thrownBy(() => create({ baseURL: baseUrl, headers: { 'REB-APIKEY': sent } }).get('/customers/none')),
  'axios with a body': ({ baseUrl, sent, key }) =>
    thrownBy(() => axios.post(`${baseUrl}/customers/none`, { key }, { headers: { 'REB-APIKEY': sent } })),
  'axios with a user': ({ baseUrl, password }) =>
    thrownBy(() => axios.get(`${baseUrl}/customers/none`, { auth: { username: 'ann', password } })),
  'axios without an answer': ({ sent }) =>
    thrownBy(() => axios.get('http://127.0.0.1:9/customers', { headers: { Authorization: `Bearer ${sent}` } })),
  ky: ({ baseUrl, sent }) =>
    thrownBy(() => ky.get(`${baseUrl}/customers/none`, { headers: { 'REB-APIKEY': sent }, retry: 0 })),
  'ky without an answer': ({ sent }) =>
    thrownBy(() => ky.get('http://127.0.0.1:9/customers', { headers: { 'REB-APIKEY': sent }, retry: 0 })),
  'fetch, whose answer is thrown along': async ({ baseUrl, sent }) => {
    const init = { headers: { 'REB-APIKEY': sent } };
    return having({ response: await fetch(`${baseUrl}/customers/none`, init), init });
  },
  'fetch, which refuses a key that was sent before': ({ baseUrl, sent }) =>
    thrownBy(() => fetch(baseUrl, { headers: { 'REB-APIKEY': `${sent}\nx` } })),
  'node:http': ({ baseUrl, sent }) =>
    new Promise((resolve) => {
      const asked = request(`${baseUrl}/customers/none`, { headers: { 'REB-APIKEY': sent } }, (response) => {
        response.resume().once('end', () => resolve(having({ request: asked, response })));
      });
      asked.end();
    }),
  'the official SDK': ({ baseUrl, sent }) =>
    thrownBy(() =>
      RebillyAPI({
        apiKey: sent,
        timeout: 6000,
        organizationId: 'org_01',
        sandbox: true,
        urls: { live: baseUrl, sandbox: baseUrl },
      }).customers.get({
        id: 'none',
      }),
    ),
};

/** Things that are thrown and no errors. */
const others: Readonly<Record<string, Shape>> = {
  'a text': ({ key }) => `refused ${key}`,
  'a symbol': ({ key }) => Symbol(key),
  'an object': ({ key }) => ({ status: 500, request: { key } }),
  'a frozen object': ({ key }) => Object.freeze({ status: 500, request: { key } }),
  'a list': ({ key }) => [key],
  'a map': ({ key }) => new Map([['key', key]]),
  'a Response': ({ key }) => new Response('no', { headers: { 'X-Key': key } }),
  'a function': ({ key }) => Object.assign(() => key, { key }),
};

/** All of them, each with a name of its own. */
export const shapes: ReadonlyMap<string, Shape> = new Map([
  ...textShapes,
  ...Object.entries(members).map(([name, shape]): [string, Shape] => [`${name}, on an error`, shape]),
  ...Object.entries(kinds),
  ...Object.entries(clients).map(([name, shape]): [string, Shape] => [`an error of ${name}`, shape]),
  ...Object.entries(others).map(([name, shape]): [string, Shape] => [`${name}, thrown as it is`, shape]),
]);
