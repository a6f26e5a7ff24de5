import { isDeepStrictEqual } from 'node:util';

import { isPactError, parsePact, type HttpInteraction } from '@customer-contracts/pact-files';

import { type Loaded, loadedByCore } from './loaded-by-core.ts';
import type { MutatedPact } from './mutated-pacts.ts';

/** Where the project reads a file otherwise than Pact's core, on purpose: what the name of a mutation has, and why. */
const listed: readonly { readonly where: RegExp; readonly reason: string }[] = [
  {
    where: / messages: \[/,
    reason: 'the core passes over the interactions of a file with messages; here it is an error',
  },
  {
    where: /\.response\.headers\.[\w-]+(?:\.0)?: (?:\[\]|absent)/,
    reason: 'no answer has a header with an empty list of values',
  },
  {
    where: /\.headers\.Content-Type: \["a",null\]/,
    reason: 'a second content type has no meaning, and no place in Node',
  },
];

/** How pacts are read otherwise than by Pact's core. */
export interface LoadingDifferences {
  /** In words, without those that are listed. */
  readonly different: readonly string[];
  /** Why there are the listed ones, for each that there is. */
  readonly known: readonly string[];
}

/** The reasons that are listed. */
export const listedReasons = listed.map(({ reason }) => reason);

/** Reads pacts beside Pact's core. */
export async function loadingDifferences(pacts: readonly MutatedPact[]): Promise<LoadingDifferences> {
  const read = pacts.map(({ text }) => readAs(text));
  const loaded = await loadedByCore(pacts.map(({ text }, index) => ({ content: text, answer: answerOf(read[index]) })));
  const different: string[] = [];
  const known: string[] = [];
  for (const [index, { name }] of pacts.entries()) {
    const said = differenceOf(read[index], loaded[index]);
    if (said === undefined) continue;
    const reason = listed.find(({ where }) => where.test(name))?.reason;
    if (reason === undefined) different.push(`${name}: ${said}`);
    else known.push(reason);
  }
  return { different, known };
}

type Read = { readonly consumer: string; readonly provider: string; readonly interaction: HttpInteraction } | string;

/** The one interaction of a pact, or what is said about it. */
function readAs(text: string): Read {
  try {
    const { consumer, provider, interactions } = parsePact(text, 'pact.json');
    const [interaction] = interactions;
    return interaction === undefined ? 'no interaction' : { consumer, provider, interaction };
  } catch (error) {
    if (isPactError(error)) return error.message;
    throw error;
  }
}

/** What a provider answers who keeps the contract as it was read. */
function answerOf(read: Read | undefined): Parameters<typeof loadedByCore>[0][number]['answer'] {
  if (read === undefined || typeof read === 'string') return { status: 200, headers: {}, body: '' };
  const { status, headers, body } = read.interaction.response;
  const isText = typeof body === 'string' && !/json/.test(headers['Content-Type'] ?? 'json');
  return {
    status: status >= 200 && status <= 599 ? status : 599,
    headers,
    body: body === undefined ? '' : isText ? body : JSON.stringify(body),
  };
}

function differenceOf(read: Read | undefined, loaded: Loaded | undefined): string | undefined {
  if (read === undefined || loaded === undefined) return 'it was not tried';
  const [ofCore] = loaded.interactions;
  if (typeof read === 'string') {
    const isNone = read.includes('no interaction over HTTP');
    if (isNone)
      return loaded.refused === null && !loaded.sent.some(isOfHttp)
        ? undefined
        : `read none, the core ${loaded.refused ?? 'some'}`;
    return loaded.refused === null ? `refused (${read}), and the core loads it` : undefined;
  }
  if (loaded.refused !== null) return `read, and the core says ${loaded.refused}`;
  if (ofCore === undefined) return 'read, and the core finds nothing';
  const { consumer, provider, interaction } = read;
  const { description, states, key, isPending, request, response } = interaction;
  const names = { consumer, provider, description, states: states.map(({ name }) => name), key, isPending };
  const theirs = {
    consumer: ofCore.consumer,
    provider: ofCore.provider,
    description: ofCore.description,
    states: ofCore.providerStates,
    key: ofCore.interactionKey,
    isPending: ofCore.pending,
  };
  if (!isDeepStrictEqual(names, theirs)) return `${JSON.stringify(names)} is ${JSON.stringify(theirs)}`;
  return sentOtherwise(request, loaded.sent) ?? answeredOtherwise(response, ofCore, loaded.sent.length);
}

/** Messages are asked for with a POST of their description. */
function isOfHttp({ url, body }: Loaded['sent'][number]): boolean {
  return !(url === '/' && body.startsWith('{"description"'));
}

function sentOtherwise(
  { method, path, query, headers, body }: HttpInteraction['request'],
  [sent]: Loaded['sent'],
): string | undefined {
  // Node's server refuses a method that HTTP doesn't have.
  if (sent === undefined) return /^(?:GET|PUT)$/.test(method) ? 'nothing was sent' : undefined;
  if (/^[A-Z]+$/.test(method) && method !== sent.method) return `${method} is ${sent.method}`;
  const url = new URL(path.startsWith('/') ? path : `/${path}`, 'http://provider');
  const asked = new URL(sent.url, 'http://provider');
  if (url.pathname !== asked.pathname) return `${path} is ${sent.url}`;
  // What has no value isn't sent.
  const [ours, theirs] = [
    Object.entries(query).flatMap(([name, each]) => each.map((value) => [name, value])),
    [...asked.searchParams],
  ].map((each) =>
    each.filter(([, value]) => value !== '').toSorted((one, other) => (String(one) < String(other) ? -1 : 1)),
  );
  if (!isDeepStrictEqual(ours, theirs)) return `${JSON.stringify(ours)} is ${sent.url}`;
  for (const [name, value] of Object.entries(headers)) {
    const theirValue = sent.headers[name.toLowerCase()] ?? '';
    if (value !== theirValue && !(name === 'Accept' && value === '')) return `${name}: ${value} is ${theirValue}`;
  }
  if (body === undefined) return sent.body === '' || sent.body === 'null' ? undefined : `no body is ${sent.body}`;
  const isSame = body === sent.body || isDeepStrictEqual(body, parsed(sent.body));
  return isSame ? undefined : `${JSON.stringify(body)} is ${sent.body}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function answeredOtherwise(
  { status, headers, body }: HttpInteraction['response'],
  { mismatch }: Loaded['interactions'][number],
  sent: number,
): string | undefined {
  if (sent === 0) return undefined;
  const wrong = (mismatch?.mismatches ?? []).find(
    ({ type, expected }) => type !== 'StatusMismatch' || expected !== status,
  );
  return wrong === undefined ? undefined : `${JSON.stringify([status, headers, body])}: ${JSON.stringify(wrong)}`;
}
