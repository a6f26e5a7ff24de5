import * as z from 'zod';

import { isList, isRecord } from '../json/json-value.ts';
import { PactFileError } from '../pact-error.ts';
import { headerOf } from './header-of.ts';
import type { HttpInteraction, InteractionMessage, Json, PactDocument, WrittenPact } from './pact-document.ts';
import { parseContent } from './parse-content.ts';
import { parseJson } from './parse-json.ts';
import { parseGenerators, readRules } from './parse-rules.ts';
import { variantIn } from './variant.ts';

const Text = z.union([z.string(), z.number(), z.boolean()]).transform(String);
// Not a union, which would try the wrong form first for half of all files.
const Values = z
  .unknown()
  .transform((value) => (isList(value) ? value : [value]))
  .pipe(z.array(Text));
const Query = z
  .union([z.record(z.string(), Values), z.string()])
  .nullish()
  .transform((query) => (typeof query === 'string' ? decodedQuery(query) : (query ?? {})));
const Named = z.object({ name: z.string() });

const message = {
  headers: z
    .record(
      z.string(),
      Values.transform((values) => values.join(', ')),
    )
    .nullish(),
  body: z.unknown().optional(),
  matchingRules: z.unknown().optional(),
  generators: z.unknown().optional(),
};

// What is left out has the value that Pact itself gives it. A type is looked at before.
const Interaction = z.object({
  description: z.string(),
  key: z.string().nullish(),
  _id: z.string().nullish(),
  providerState: z.string().nullish(),
  providerStates: z
    .array(z.object({ name: z.string(), params: z.record(z.string(), z.unknown()).nullish() }))
    .nullish(),
  pending: z.boolean().optional(),
  comments: z.record(z.string(), z.unknown()).nullish(),
  request: z.object({ ...message, method: z.string().default('GET'), path: z.string().default('/'), query: Query }),
  response: z.object({ ...message, status: z.coerce.number().int().default(200) }),
});
type Interaction = z.infer<typeof Interaction>;

const File = z.object({
  consumer: Named,
  provider: Named,
  // A message has no request, so it is set aside before it is read.
  interactions: z.array(z.unknown()).optional(),
  messages: z.array(z.unknown()).optional(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
});

/**
 * Reads the text of a pact file, version 1 to 4. `file` is what messages call it.
 *
 * @throws {PactFileError} when it is empty, no JSON, no pact, or has no interaction over HTTP.
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
 * @throws {PactFileError} when it is empty, no JSON, or no pact.
 */
export function parseAnyPact(text: string, file: string, provider?: string): PactDocument {
  const json = jsonOf(text.replace(/^\uFEFF/, ''), file);
  return readPact(json, file, lineFinder(text), provider);
}

/**
 * Reads what the JSON of a pact file says, version 1 to 4, to be written again; a pact without interactions over HTTP, too.
 * The lines are not known: all are 1.
 *
 * @throws {PactFileError} when it is no pact.
 */
export function pactFromJson(json: unknown, file: string): WrittenPact {
  const pact = readPact(json, file, () => 1);
  const http = httpInteractions(read(File, json, file));
  return {
    ...pact,
    interactions: pact.interactions.map((each, index) => ({ ...each, json: recordOf(http[index]) })),
    json: recordOf(json),
  };
}

function recordOf(value: unknown): Json {
  return isRecord(value) ? value : {};
}

function httpInteractions({ interactions = [] }: z.infer<typeof File>): readonly unknown[] {
  return interactions.filter(isHttp);
}

/** Whether an interaction of a pact file is one over HTTP: before version 4 all are. */
export function isHttp(interaction: unknown): boolean {
  return !isRecord(interaction) || (interaction['type'] ?? httpType) === httpType;
}

function readPact(json: unknown, file: string, lineOf: (description: string) => number, wanted?: string): PactDocument {
  const whole = read(File, json, file);
  const { consumer, provider, metadata } = whole;
  const names = { file, consumer: consumer.name, provider: provider.name };
  if (wanted !== undefined && provider.name !== wanted) return { ...names, interactions: [], messages: 0 };
  const isWrapped = versionOf(metadata ?? {}) >= 4;
  const http = httpInteractions(whole);
  return {
    ...names,
    interactions: http.map((each, index) => {
      const interaction = read(Interaction, each, file, ['interactions', index]);
      return normalize(interaction, lineOf(interaction.description), isWrapped);
    }),
    messages: (whole.interactions ?? []).length - http.length + (whole.messages ?? []).length,
  };
}

/** The type of an interaction over HTTP, in version 4. */
export const httpType = 'Synchronous/HTTP';

function jsonOf(text: string, file: string): unknown {
  if (text.trim() === '') throw unreadable(file, 'it is empty', 'Hand in a pact file.');
  try {
    return parseJson(text);
  } catch (cause) {
    throw unreadable(file, 'it is no JSON', 'Hand in a pact file.', { cause });
  }
}

function read<Schema extends z.ZodType>(
  schema: Schema,
  json: unknown,
  file: string,
  place: readonly (string | number)[] = [],
): z.output<Schema> {
  const { data, error } = schema.safeParse(json);
  if (error === undefined) return data;
  const [issue] = error.issues;
  const where = [...place, ...(issue?.path ?? [])].join('.');
  const isMissing = where !== '' && issue?.code === 'invalid_type' && issue.message.endsWith('received undefined');
  const wrong = isMissing ? `it has no ${where}` : `${where === '' ? '' : `${where}: `}${issue?.message ?? ''}`;
  const received = `it is no pact file: ${wrong}`;
  throw unreadable(file, received, 'Hand in a pact file.', { cause: error });
}

function unreadable(file: string, received: string, advice: string, options?: ErrorOptions): PactFileError {
  return new PactFileError(`Failed to read ${file}: ${received}. ${advice}`, [file], options);
}

/** The major version of the specification, under any of the names that it has had. */
export function versionOf(metadata: Readonly<Record<string, unknown>>): number {
  const named = metadata['pactSpecification'] ?? metadata['pact-specification'];
  const version = isRecord(named) ? named['version'] : metadata['pactSpecificationVersion'];
  return Number.parseInt(String(version), 10) || 2;
}

function normalize(interaction: Interaction, line: number, isWrapped: boolean): HttpInteraction {
  const {
    description,
    key,
    _id: id,
    providerState,
    providerStates,
    pending = false,
    comments,
    request,
    response,
  } = interaction;
  const states = providerStates ?? (providerState ? [{ name: providerState, params: {} }] : []);
  return {
    description,
    key: key ?? undefined,
    id: id ?? undefined,
    line,
    states: states.map(({ name, params }) => ({ name, parameters: params ?? {} })),
    isPending: pending,
    variant: variantIn(comments ?? {}),
    request: {
      ...messageOf(request, isWrapped),
      method: request.method.toUpperCase(),
      path: request.path,
      query: request.query,
    },
    response: { ...messageOf(response, isWrapped), status: response.status },
  };
}

function messageOf(
  { headers, body, matchingRules, generators }: Omit<Interaction['response'], 'status'>,
  isWrapped: boolean,
): InteractionMessage {
  return {
    headers: headers ?? {},
    body: parseContent(body, isWrapped, headerOf(headers ?? {}, 'content-type')),
    ...readRules(matchingRules),
    generators: parseGenerators(generators),
  };
}

/** The parameters of a query as version 2 has it: `limit=10&sort=-createdTime`. */
export function decodedQuery(query: string): Record<string, string[]> {
  const parameters = new URLSearchParams(query);
  return Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)]));
}

/** Gives the lines of descriptions, which come in the order of the file; 1 where a description stands nowhere as it is. */
function lineFinder(text: string): (description: string) => number {
  let [line, end] = [1, text.indexOf('\n')];
  let position = 0;
  return (description) => {
    const found = text.indexOf(JSON.stringify(description), position);
    if (found === -1) return 1;
    position = found;
    while (end !== -1 && end < found) [line, end] = [line + 1, text.indexOf('\n', end + 1)];
    return line;
  };
}
