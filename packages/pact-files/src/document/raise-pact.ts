import { isList, isRecord, recordOf } from '../json/json-value.ts';
import { headerOf } from './header-of.ts';
import type { Json } from './pact-document.ts';
import { isJson, isJsonType, jsonIn } from './parse-content.ts';
import { listedQuery } from './parse-query.ts';
import { raiseRules } from './parse-rules.ts';
import { parseStates } from './parse-states.ts';
import { versionOf } from './specification-version.ts';
import { httpType, messageType } from './structure-faults.ts';

/**
 * The JSON of a pact file, version 1 to 3, as version 4 has it: it asks for the same, and nothing is lost. Messages become
 * interactions, which is where version 4 has them. A pact of version 4 stays as it is.
 */
export function raisePact(json: Json): Json {
  const { interactions, messages, metadata, ...rest } = json;
  const { 'pact-specification': _, pactSpecificationVersion: __, ...said } = isRecord(metadata) ? metadata : {};
  const version = versionOf(metadata);
  if (version >= 4) return json;
  return {
    ...rest,
    interactions: [
      ...recordsIn(interactions).map((each) => raiseInteraction(each, version)),
      ...recordsIn(messages).map(raiseMessage),
    ],
    metadata: { ...said, pactSpecification: { version: '4.0' } },
  };
}

function recordsIn(list: unknown): readonly Json[] {
  return isList(list) ? list.map(recordOf) : [];
}

function raiseInteraction(interaction: Json, version: number): Json {
  // Before version 4 nothing is pending, whatever it says.
  const { pending: _, ...rest } = withStates(interaction);
  const { requestMatchingRules, ...request } = recordOf(rest['request']);
  const { responseMatchingRules, ...response } = recordOf(rest['response']);
  const query = listedQuery(request['query'], version);
  return {
    ...rest,
    type: httpType,
    request: raisePart({
      ...request,
      matchingRules: 'matchingRules' in request ? request['matchingRules'] : requestMatchingRules,
      query: Object.keys(query).length === 0 ? undefined : query,
    }),
    response: raisePart({
      ...response,
      matchingRules: 'matchingRules' in response ? response['matchingRules'] : responseMatchingRules,
    }),
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
function withStates(interaction: Json): Json {
  const { providerState: _, provider_state: __, providerStates, ...rest } = interaction;
  if (isList(providerStates)) return { ...rest, providerStates };
  const states = parseStates(interaction).map(({ name }) => ({ name }));
  return states.length === 0 ? rest : { ...rest, providerStates: states };
}

/** A request or an answer, which has no query. */
function raisePart({ query, headers, body, matchingRules, ...rest }: Json): Json {
  const named = isRecord(headers) ? headers : undefined;
  const [type] = valuesOf(headerOf(named ?? {}, 'content-type'));
  const content = raiseBody(body, typeof type === 'string' ? type : undefined);
  return {
    ...rest,
    ...(query === undefined ? {} : { query }),
    ...(named === undefined ? {} : { headers: listed(named) }),
    ...(content === undefined ? {} : { body: content }),
    ...(matchingRules === undefined ? {} : { matchingRules: raiseRules(matchingRules) }),
  };
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
  if (content !== '' && isJson(content, type)) {
    const contentType = isJsonType(type) ? type : 'application/json';
    return { content: JSON.stringify(content), contentType, encoded: 'JSON' };
  }
  return { content, ...(type === undefined ? {} : { contentType: type }), encoded: false };
}
