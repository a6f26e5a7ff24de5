import { shown } from '@customer-contracts/schemas/internal';

import { isList, isRecord } from '../json/json-value.ts';
import type { Json } from './pact-document.ts';
import { isWrittenAsDecimal } from './parse-json.ts';
import { parsePlace } from './parse-place.ts';
import { readRules } from './parse-rules.ts';

/** The type of an interaction over HTTP, in version 4. */
export const httpType = 'Synchronous/HTTP';
/** The type of a message that nobody answers, in version 4. */
export const messageType = 'Asynchronous/Messages';
/** The type of a message that is answered, in version 4. */
const answeredType = 'Synchronous/Messages';

/**
 * Why Pact's core loads nothing of a file: each reason with its place, without a full stop. Anything else it tolerates,
 * whatever stands there. The matching rules of interactions over HTTP are not among them, since rules of lint judge those.
 */
export function structureFaults(pact: Json, version: number): readonly string[] {
  const interactions = isList(pact['interactions']) ? pact['interactions'] : [];
  if (version >= 4) return interactions.flatMap((each, index) => faultsOfVersion4(each, `interactions[${index}]`));
  return [
    ...messageFaults(pact, version, interactions.length),
    ...interactions.flatMap((each, index) => httpFaults(each, `interactions[${index}]`, version)),
  ];
}

function faultsOfVersion4(interaction: unknown, place: string): readonly string[] {
  const { type, request, response } = isRecord(interaction) ? interaction : {};
  if (type === httpType) return httpFaults(interaction, place, 4);
  if (type === messageType) return partFaults(interaction, place);
  if (type !== answeredType) {
    const types = `${httpType}, ${messageType} or ${answeredType}`;
    return [`${place}.type is ${shown(type)} instead of ${types}`];
  }
  const lists = isList(response) ? response.map((each, index) => [`${place}.response[${index}]`, each] as const) : [];
  return [
    ...(isList(response) ? [] : [`${place}.response is ${shown(response)} instead of a list`]),
    ...[[`${place}.request`, request] as const, ...lists].flatMap(([at, each]) =>
      isRecord(each) ? partFaults(each, at) : [`${at} is ${shown(each)} instead of an object`],
    ),
  ];
}

function httpFaults(interaction: unknown, place: string, version: number): readonly string[] {
  const { request, response } = isRecord(interaction) ? interaction : {};
  return [
    ...statusFaults(response, `${place}.response.status`),
    ...generatorFaults(request, `${place}.request`),
    ...generatorFaults(response, `${place}.response`),
    ...(version >= 4
      ? []
      : [...contentTypeFaults(request, `${place}.request`), ...contentTypeFaults(response, `${place}.response`)]),
  ];
}

function statusFaults(response: unknown, place: string): readonly string[] {
  if (!isRecord(response) || response['status'] === undefined) return [];
  const { status } = response;
  if (!Number.isInteger(status) || Number(status) < 0)
    return [`${place} is ${shown(status)} instead of a whole number`];
  return isWrittenAsDecimal(response, 'status') ? [`${place} has a fraction or an exponent`] : [];
}

function partFaults(message: unknown, place: string): readonly string[] {
  if (!isRecord(message)) return [];
  const refused = readRules(message['matchingRules']).unreadRules.filter(({ isRefused }) => isRefused);
  return [
    ...refused.map(
      ({ name, reason }) => `${place}.matchingRules can't be read${name === '' ? '' : ` at ${shown(name)}`}: ${reason}`,
    ),
    ...generatorFaults(message, place),
  ];
}

/** The parts of a message where the core reads the place of a generator as a path. */
const placed: ReadonlySet<string> = new Set(['body', 'metadata']);

function generatorFaults(message: unknown, place: string): readonly string[] {
  const generators = isRecord(message) ? message['generators'] : undefined;
  return Object.entries(isRecord(generators) ? generators : {}).flatMap(([part, json]) =>
    Object.entries(isRecord(json) && placed.has(part.toLowerCase()) ? json : {})
      .filter(([expression, generator]) => isRecord(generator) && parsePlace(expression) === undefined)
      .map(([expression]) => `${place}.generators.${part} has ${shown(expression)}, no path like $.tags[*].name`),
  );
}

/** Before version 4 the core looks at the first content type of a list, and falls when there is none. */
function contentTypeFaults(message: unknown, place: string): readonly string[] {
  const headers = isRecord(message) ? message['headers'] : undefined;
  return Object.entries(isRecord(headers) ? headers : {})
    .filter(([name, value]) => name.toLowerCase() === 'content-type' && isList(value) && value.length === 0)
    .map(([name]) => `${place}.headers.${name} is an empty list`);
}

/** Before version 4, a file with `messages` is one of messages, and its interactions are not even looked at. */
function messageFaults({ messages }: Json, version: number, interactions: number): readonly string[] {
  if (messages === undefined) return [];
  if (!isList(messages)) return [`messages is ${shown(messages)} instead of a list`];
  return [
    ...(interactions > 0 ? ['it has messages beside interactions, which only version 4 may have'] : []),
    ...(messages.length > 0 && version !== 3 ? ['it has messages, which versions 1 and 2 have not'] : []),
    ...messages.flatMap((each, index) => partFaults(each, `messages[${index}]`)),
  ];
}
