import { isRecord } from '@customer-contracts/pact-files/internal';

import type { Matcher, MessageRules, Told } from './told.ts';

type Json = Readonly<Record<string, unknown>>;

/** Tools that write pact files, by what their files say of them. */
export type Tool = keyof typeof tools;

/** What writes the interactions of a test into the JSON of a pact file, with its members in the order of the tool. */
type Write = (consumer: string, interactions: readonly Told[]) => Json;

const provider = { name: 'rebilly-customers-api' };

/** The gem of 2014: an underscore in the state, no rules, no version of the specification. */
const ruby1: Write = (consumer, interactions) => ({
  consumer: { name: consumer },
  provider,
  interactions: interactions.map(({ description, state, method, path, query, headers, send, status, gives, answer }) =>
    defined({
      description,
      provider_state: state,
      request: defined({ method: method.toLowerCase(), path, query: queryText(query), headers, body: send }),
      response: defined({ status, headers: gives, body: answer }),
    }),
  ),
  metadata: { pact_gem: { version: '1.0.9' } },
});

/** The mock service in Ruby, which the first versions of many tools start: rules in one map, `min` without a name. */
const ruby2: Write = (consumer, interactions) => ({
  consumer: { name: consumer },
  provider,
  interactions: interactions.map((each) => {
    const { description, state, method, path, query, headers, send, status, gives, answer } = each;
    return defined({
      description,
      providerState: state,
      request: defined({
        method: method.toLowerCase(),
        path,
        query: queryText(query),
        headers,
        body: send,
        matchingRules: version2Rules(each.asks, asRuby),
      }),
      response: defined({
        status,
        headers: gives,
        body: answer,
        matchingRules: version2Rules(each.rules, asRuby),
      }),
    });
  }),
  metadata: { pactSpecification: { version: '2.0.0' } },
});

/** Pact's core in Rust, version 2: members in alphabetical order. */
const rust2 =
  (metadata: Json): Write =>
  (consumer, interactions) =>
    sorted({
      consumer: { name: consumer },
      provider,
      interactions: interactions.map((each) => ({
        description: each.description,
        providerState: each.state,
        request: {
          method: each.method,
          path: each.path,
          query: queryText(each.query),
          headers: each.headers,
          body: each.send,
          matchingRules: version2Rules(each.asks),
        },
        response: {
          status: each.status,
          headers: each.gives,
          body: each.answer,
          matchingRules: version2Rules(each.rules),
        },
      })),
      metadata: { ...metadata, pactSpecification: { version: '2.0.0' } },
    });

/** Pact's core in Rust, version 3. */
const rust3 =
  (metadata: Json): Write =>
  (consumer, interactions) =>
    sorted({
      consumer: { name: consumer },
      provider,
      interactions: interactions.map((each) => ({
        description: each.description,
        providerStates: statesOf(each),
        request: {
          method: each.method,
          path: each.path,
          query: each.query,
          headers: each.headers,
          body: each.send,
          matchingRules: version3Rules(each.asks),
          generators: each.generators,
        },
        response: {
          status: each.status,
          headers: each.gives,
          body: each.answer,
          matchingRules: version3Rules(each.rules),
        },
      })),
      metadata: { ...metadata, pactSpecification: { version: '3.0.0' } },
    });

/** Pact's core in Rust, version 4: bodies in a wrapper, lists of header values. */
const rust4 =
  (metadata: Json): Write =>
  (consumer, interactions) =>
    sorted({
      consumer: { name: consumer },
      provider,
      interactions: interactions.map((each) => ({ ...version4(each), pending: false })),
      metadata: { ...metadata, pactSpecification: { version: '4.0' } },
    });

/** pact-jvm of 2015 to 2019: the provider comes first, and the version has a name of its own. */
const jvm2: Write = (consumer, interactions) => ({
  provider,
  consumer: { name: consumer },
  interactions: interactions.map((each) =>
    defined({
      description: each.description,
      request: defined({
        method: each.method,
        path: each.path,
        headers: each.headers,
        query: queryText(each.query),
        body: each.send,
        matchingRules: version2Rules(each.asks),
      }),
      response: defined({
        status: each.status,
        headers: each.gives,
        body: each.answer,
        matchingRules: version2Rules(each.rules),
      }),
      providerState: each.state,
    }),
  ),
  metadata: { 'pact-specification': { version: '2.0.0' }, 'pact-jvm': { version: '3.3.6' } },
});

/** pact-jvm, version 3: `combine` behind the matchers. */
const jvm3 =
  (version: string): Write =>
  (consumer, interactions) => ({
    provider,
    consumer: { name: consumer },
    interactions: interactions.map((each) =>
      defined({
        description: each.description,
        request: defined({
          method: each.method,
          path: each.path,
          headers: each.headers,
          query: each.query,
          body: each.send,
          matchingRules: version3Rules(each.asks),
          generators: each.generators,
        }),
        response: defined({
          status: each.status,
          headers: each.gives,
          body: each.answer,
          matchingRules: version3Rules(each.rules),
        }),
        providerStates: statesOf(each),
      }),
    ),
    metadata: { pactSpecification: { version: '3.0.0' }, 'pact-jvm': { version } },
  });

/** pact-jvm, version 4: with keys, and the name of the test as a comment. */
const jvm4 =
  (version: string): Write =>
  (consumer, interactions) =>
    sorted({
      consumer: { name: consumer },
      provider,
      interactions: interactions.map((each, index) => ({
        ...version4(each),
        comments: { testname: 'com.example.CustomersPactTest.test()', text: [] },
        key: `8d04584${index}`,
        pending: false,
      })),
      metadata: { 'pact-jvm': { version }, pactSpecification: { version: '4.0' } },
    });

export const tools = {
  'pact gem 1': ruby1,
  'pact gem 2': ruby2,
  'pact-js 9': ruby2,
  'pact-js 10, version 2': rust2({
    'pact-js': { version: '10.4.1' },
    pactRust: { ffi: '0.4.0', models: '1.0.4' },
  }),
  'pact-js 12, version 3': rust3({
    'pact-js': { version: '12.1.0' },
    pactRust: { ffi: '0.4.9', models: '1.1.11' },
  }),
  'pact-js 17, version 4': rust4({
    'pact-js': { version: '17.1.4' },
    pactRust: { ffi: '0.5.8', models: '1.3.12' },
  }),
  'pact-jvm 3, version 2': jvm2,
  'pact-jvm 4, version 3': jvm3('4.2.7'),
  'pact-jvm 4, version 4': jvm4('4.6.14'),
  'pact-go 1': ruby2,
  'pact-go 2, version 3': rust3({ pactRust: { ffi: '0.4.22', mockserver: '1.2.9', models: '1.2.3' } }),
  'pact-go 2, version 4': rust4({ pactRust: { ffi: '0.4.22', mockserver: '1.2.9', models: '1.2.3' } }),
  'pact-python 1': ruby2,
  'pact-python 3': rust4({ pactRust: { ffi: '0.5.4', models: '1.3.11' } }),
  'PactNet 3': ruby2,
  'PactNet 5, version 3': rust3({ pactRust: { ffi: '0.4.26', mockserver: '1.2.11', models: '1.2.7' } }),
  'PactNet 5, version 4': rust4({ pactRust: { ffi: '0.4.26', mockserver: '1.2.11', models: '1.2.7' } }),
  'pact-php 7': ruby2,
  'pact-php 10': rust3({ pactRust: { ffi: '0.4.20', mockserver: '1.2.8', models: '1.2.2' } }),
  pact4s: jvm3('4.6.10'),
  'pact4s, version 4': jvm4('4.6.10'),
} as const satisfies Record<string, Write>;

function version4(each: Told): Json {
  return {
    description: each.description,
    providerStates: statesOf(each),
    request: {
      method: each.method,
      path: each.path,
      query: each.query,
      headers: listed(each.headers),
      body: wrapped(each.send),
      matchingRules: version3Rules(each.asks),
      generators: each.generators,
    },
    response: {
      status: each.status,
      headers: listed(each.gives),
      body: wrapped(each.answer),
      matchingRules: version3Rules(each.rules),
    },
    type: 'Synchronous/HTTP',
  };
}

function statesOf({ state, params }: Told): readonly Json[] | undefined {
  return state === undefined ? undefined : [defined({ name: state, params })];
}

function wrapped(content: unknown): Json | undefined {
  return content === undefined ? undefined : { content, contentType: 'application/json', encoded: false };
}

function listed(headers: Told['headers']): Json | undefined {
  return headers && Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));
}

function queryText(query: Told['query']): string | undefined {
  if (query === undefined) return undefined;
  const pairs = Object.entries(query).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );
  return new URLSearchParams(pairs).toString();
}

type Rule = readonly (readonly [path: string, matcher: Matcher])[];

/** Rules of version 2, one map for all parts. A tool may write a rule as others. */
function version2Rules(
  rules: MessageRules | undefined,
  written: (path: string, matcher: Matcher) => Rule = (path, matcher) => [[path, matcher]],
): Json | undefined {
  if (rules === undefined) return undefined;
  const { path, query = {}, header = {}, body = {} } = rules;
  return Object.fromEntries([
    ...(path === undefined ? [] : [['$.path', path] as const]),
    ...Object.entries(query).map(([name, matcher]) => [`$.query.${name}`, matcher] as const),
    ...Object.entries(header).map(([name, matcher]) => [`$.headers.${name}`, matcher] as const),
    ...Object.entries(body).flatMap(([place, matcher]) => written(place.replace('$', '$.body'), matcher)),
  ]);
}

/** Ruby names no type beside `min`, and adds a rule for all members of the elements. */
function asRuby(path: string, { match, ...settings }: Matcher): Rule {
  return 'min' in settings
    ? [
        [path, settings],
        [`${path}[*].*`, { match }],
      ]
    : [[path, { match, ...settings }]];
}

function version3Rules(rules: MessageRules | undefined): Json | undefined {
  if (rules === undefined) return undefined;
  const { path, status, ...named } = rules;
  return defined({
    path: path && all(path),
    status: status && all(status),
    ...Object.fromEntries(
      Object.entries(named).map(([part, matchers]) => [
        part,
        Object.fromEntries(Object.entries(matchers ?? {}).map(([name, matcher]) => [name, all(matcher)])),
      ]),
    ),
  });
}

function all(matcher: Matcher): Json {
  return { matchers: [matcher], combine: 'AND' };
}

function defined(record: Readonly<Record<string, unknown>>): Json {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

/** With the members of objects in alphabetical order, and without those that are `undefined`. */
function sorted(json: Json): Json {
  return Object.fromEntries(
    Object.entries(defined(json))
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => [name, sortedValue(value)]),
  );
}

function sortedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => sortedValue(each));
  return isRecord(value) ? sorted(value) : value;
}
