import { isList, isRecord, recordOf } from '../json/json-value.ts';
import { PactFileError } from '../pact-error.ts';
import { headerOf } from './header-of.ts';
import { jsonText } from './json-text.ts';
import type { HttpInteraction, InteractionMessage, Json, PactDocument, WrittenPact } from './pact-document.ts';
import { parseContent } from './parse-content.ts';
import { parseHeaders } from './parse-headers.ts';
import { parseQuery } from './parse-query.ts';
import { parseGenerators, readRules } from './parse-rules.ts';
import { parseStates } from './parse-states.ts';
import { checkJson, readJson } from './read-json.ts';
import { versionOf } from './specification-version.ts';
import { httpType, structureFaults } from './structure-faults.ts';
import { variantIn } from './variant.ts';

/**
 * Reads the text of a pact file, version 1 to 4, as Pact's core does: what that tolerates is read, and has the value that
 * it has there. `file` is what messages call it.
 *
 * @throws {PactFileError} when it is empty, no JSON, no pact, none that the core loads, or has no interaction over HTTP.
 */
export function parsePact(text: string, file: string): PactDocument {
  return withInteractions(parseAnyPact(text, file));
}

/** The pact. @throws {PactFileError} when it has no interaction over HTTP. */
export function withInteractions(pact: PactDocument): PactDocument {
  if (pact.interactions.length > 0) return pact;
  throw unreadable(pact.file, 'it has no interaction over HTTP', 'Hand in a pact that has some.');
}

/**
 * Reads the text of a pact file, version 1 to 4; one without interactions over HTTP, too. Of a pact with another provider
 * than `provider` nothing but the names is read.
 *
 * @throws {PactFileError} when it is empty, no JSON, no pact, or none that Pact's core loads.
 */
export function parseAnyPact(text: string, file: string, provider?: string): PactDocument {
  const pact = readPact(readJson(text, file), file, provider);
  // Not enumerable: pacts that say the same are equal, however their files are written, and nobody prints it by accident.
  return pact.interactions.length === 0 ? pact : Object.defineProperty(pact, 'text', { value: text });
}

/** The same, of JSON that was parsed elsewhere. */
export function readAnyPact(json: unknown, file: string): PactDocument {
  return readPact(checkJson(json, file), file);
}

/**
 * Reads what the JSON of a pact file says, version 1 to 4, to be written again; a pact without interactions over HTTP, too.
 *
 * @throws {PactFileError} when it is no pact, or none that Pact's core loads.
 */
export function pactFromJson(json: unknown, file: string): WrittenPact {
  const pact = readAnyPact(json, file);
  const whole = recordOf(json);
  const http = httpInteractions(whole);
  return {
    ...pact,
    interactions: pact.interactions.map((each, index) => ({ ...each, json: recordOf(http[index]?.json) })),
    json: whole,
  };
}

/** Whether JSON is meant as a pact: it names a consumer, a provider or interactions. */
export function isPact(json: unknown): json is Json {
  return isRecord(json) && (isRecord(json['consumer']) || isRecord(json['provider']) || isList(json['interactions']));
}

/** The provider's name, where there is any. */
export function providerIn({ provider }: Json): string | undefined {
  const { name } = recordOf(provider);
  return name === undefined ? undefined : jsonText(name);
}

function readPact(json: unknown, file: string, wanted?: string): PactDocument {
  if (!isPact(json)) throw unreadable(file, 'it is no pact', 'Hand in a pact file.');
  const { name: consumer = 'consumer' } = recordOf(json['consumer']);
  const provider = providerIn(json);
  if (wanted !== undefined && provider === undefined) {
    throw unreadable(file, 'it names no provider', 'Write the name that the provider has.');
  }
  // Those that Pact gives who names nobody.
  const names = { file, consumer: jsonText(consumer), provider: provider ?? 'provider' };
  if (wanted !== undefined && provider !== wanted) return { ...names, interactions: [], messages: 0 };
  const version = versionOf(json['metadata']);
  refuseFaults(structureFaults(json, version), file);
  const { interactions, messages } = json;
  const http = httpInteractions(json);
  return {
    ...names,
    interactions: http.map(({ json: each, index }) => readInteraction(recordOf(each), index, version)),
    messages:
      [interactions, version < 4 ? messages : []].flatMap((each) => (isList(each) ? each : [])).length - http.length,
  };
}

/** The interactions over HTTP, and the place of each among all. */
function httpInteractions({
  interactions,
  metadata,
}: Json): readonly { readonly json: unknown; readonly index: number }[] {
  const all = (isList(interactions) ? interactions : []).map((json, index) => ({ json, index }));
  return versionOf(metadata) < 4 ? all : all.filter(({ json }) => isHttp(json));
}

/** Whether an interaction of a pact file is one over HTTP: before version 4 all are. */
export function isHttp(interaction: unknown): boolean {
  return !isRecord(interaction) || (interaction['type'] ?? httpType) === httpType;
}

/** More reasons than these help nobody. */
const shownFaults = 10;

function refuseFaults(faults: readonly string[], file: string): void {
  const [first, ...others] = faults;
  if (first === undefined) return;
  if (others.length === 0) throw unreadable(file, `Pact refuses the whole file, because ${first}`, 'Correct it.');
  const more = faults.length > shownFaults ? [`  and ${faults.length - shownFaults} more`] : [];
  const lines = [...faults.slice(0, shownFaults).map((fault) => `  ${fault}`), ...more];
  throw new PactFileError(`Failed to read ${file}: Pact refuses the whole file. Correct it:\n${lines.join('\n')}`, [
    file,
  ]);
}

function unreadable(file: string, received: string, advice: string): PactFileError {
  return new PactFileError(`Failed to read ${file}: ${received}. ${advice}`, [file]);
}

/** What is left out, or is of another kind than it should be, has the value that Pact's core gives it. */
function readInteraction(interaction: Json, position: number, version: number): HttpInteraction {
  const { key, _id: id, pending, comments } = interaction;
  const description = jsonText(
    interaction['description'] === undefined ? `Interaction ${position}` : interaction['description'],
  );
  const request = recordOf(interaction['request']);
  const response = recordOf(interaction['response']);
  const { method = 'GET', path = '/', query } = request;
  const { status = 200 } = response;
  return {
    description,
    key: key === undefined || version < 4 ? undefined : jsonText(key ?? ''),
    id: typeof id === 'string' ? id : undefined,
    position,
    states: parseStates(interaction),
    isPending: pending === true && version >= 4,
    variant: variantIn(comments),
    request: {
      ...readMessage(request, 'requestMatchingRules', version),
      method: jsonText(method).toUpperCase(),
      path: jsonText(path),
      query: parseQuery(query, version),
    },
    response: { ...readMessage(response, 'responseMatchingRules', version), status: Number(status) },
  };
}

/** `formerRules` is what the rules were called long ago. */
function readMessage(message: Json, formerRules: string, version: number): InteractionMessage {
  const former = version < 4 ? message[formerRules] : undefined;
  const { body, matchingRules = former, generators } = message;
  const headers = parseHeaders(message['headers']);
  return {
    headers,
    body: parseContent(body, version >= 4, headerOf(headers, 'content-type')),
    ...readRules(matchingRules),
    generators: parseGenerators(generators),
  };
}
