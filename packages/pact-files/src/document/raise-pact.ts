import { isList, isRecord } from '../json/json-value.ts';
import { headerOf } from './header-of.ts';
import type { Json } from './pact-document.ts';
import { isJsonType, jsonIn } from './parse-content.ts';
import { decodedQuery, httpType, versionOf } from './parse-pact.ts';
import { raiseRules } from './parse-rules.ts';

/** The type of a message that nobody answers, in version 4. */
const messageType = 'Asynchronous/Messages';

/**
 * The JSON of a pact file, version 1 to 3, as version 4 has it: it asks for the same, and nothing is lost. Messages become
 * interactions, which is where version 4 has them. A pact of version 4 stays as it is.
 */
export function raisePact(json: Json): Json {
  const { interactions, messages, metadata, ...rest } = json;
  const { 'pact-specification': _, pactSpecificationVersion: __, ...said } = isRecord(metadata) ? metadata : {};
  if (versionOf(isRecord(metadata) ? metadata : {}) >= 4) return json;
  return {
    ...rest,
    interactions: [...recordsIn(interactions).map(raiseInteraction), ...recordsIn(messages).map(raiseMessage)],
    metadata: { ...said, pactSpecification: { version: '4.0' } },
  };
}

function recordsIn(list: unknown): readonly Json[] {
  return isList(list) ? list.filter(isRecord) : [];
}

function raiseInteraction(interaction: Json): Json {
  const { request, response } = interaction;
  return {
    ...withStates(interaction),
    type: httpType,
    request: raisePart(isRecord(request) ? request : {}),
    response: raisePart(isRecord(response) ? response : {}),
  };
}

function raiseMessage(message: Json): Json {
  const { contents, metaData, metadata = metaData, matchingRules, ...rest } = withStates(message);
  const type = isRecord(metadata) ? (metadata['contentType'] ?? metadata['content-type']) : undefined;
  const content = raiseBody(contents, typeof type === 'string' ? type : undefined);
  return {
    ...rest,
    type: messageType,
    ...(content === undefined ? {} : { contents: content }),
    ...(metadata === undefined ? {} : { metadata }),
    ...(matchingRules === undefined ? {} : { matchingRules: raiseRules(matchingRules) }),
  };
}

/** Versions 1 and 2 have one state, without parameters. */
function withStates({ providerState, ...rest }: Json): Json {
  return typeof providerState === 'string' && providerState !== '' && !isList(rest['providerStates'])
    ? { ...rest, providerStates: [{ name: providerState }] }
    : rest;
}

/** A request or an answer, which has no query. */
function raisePart({ query, headers, body, matchingRules, ...rest }: Json): Json {
  const named = isRecord(headers) ? headers : undefined;
  const [type] = valuesOf(headerOf(named ?? {}, 'content-type'));
  const content = raiseBody(body, typeof type === 'string' ? type : undefined);
  return {
    ...rest,
    ...(query === undefined || query === null ? {} : { query: raiseQuery(query) }),
    ...(named === undefined ? {} : { headers: listed(named) }),
    ...(content === undefined ? {} : { body: content }),
    ...(matchingRules === undefined ? {} : { matchingRules: raiseRules(matchingRules) }),
  };
}

function raiseQuery(query: unknown): Json {
  return typeof query === 'string' ? decodedQuery(query) : listed(isRecord(query) ? query : {});
}

function listed(values: Json): Json {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, valuesOf(value)]));
}

function valuesOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

/** A body in the wrapper of version 4; `undefined` where there is none. */
function raiseBody(body: unknown, type: string | undefined): Json | undefined {
  if (body === undefined) return undefined;
  const content = jsonIn(body, type);
  if (typeof content !== 'string') return { content, contentType: type ?? 'application/json', encoded: false };
  // The JSON of a text is told from a text by its encoding.
  if (content !== '' && isJsonType(type))
    return { content: JSON.stringify(content), contentType: type, encoded: 'JSON' };
  return { content, ...(type === undefined ? {} : { contentType: type }), encoded: false };
}
