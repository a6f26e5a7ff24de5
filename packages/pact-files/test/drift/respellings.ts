import { dump } from 'js-yaml';

import type { Json } from './their-document.ts';

/** Other ways to write a document that says the same. */
export const respellings: Readonly<Record<string, (document: Json) => Json>> = {
  'in another order': (document) =>
    everyObject(document, (each) => Object.fromEntries(Object.entries(each).toReversed())),
  'with its lists of names in another order': (document) =>
    everyObject(document, (each) =>
      Object.fromEntries(
        Object.entries(each).map(([name, value]) => [
          name,
          ['enum', 'required', 'security', 'parameters', 'anyOf'].includes(name) && Array.isArray(value)
            ? value.toReversed()
            : value,
        ]),
      ),
    ),
  'with every reference inlined': inlined,
  'with every schema in an allOf of one': (document) => everySchema(document, (schema) => ({ allOf: [schema] })),
  'with every schema in a oneOf of one': (document) => everySchema(document, (schema) => ({ oneOf: [schema] })),
  'with every schema in an anyOf of one': (document) => everySchema(document, (schema) => ({ anyOf: [schema] })),
  'with words about everything': (document) =>
    everySchema(document, (schema) =>
      '$ref' in schema
        ? schema
        : { ...schema, title: 'A title', description: 'Words.', examples: [1], deprecated: true, 'x-sortable': true },
    ),
  'with other names of components': (document) => {
    const text = JSON.stringify(document).replaceAll('#/components/schemas/', '#/components/schemas/Our');
    const renamed = parsed(text);
    const { components } = renamed;
    if (!isObject(components) || !isObject(components['schemas'])) return renamed;
    components['schemas'] = Object.fromEntries(
      Object.entries(components['schemas']).map(([name, schema]) => [`Our${name}`, schema]),
    );
    return renamed;
  },
  'with references into its paths': (document) => {
    const text = JSON.stringify(document).replaceAll(
      '#/components/parameters/resourceId',
      '#/paths/~1customers~1%7Bid%7D/x-shared',
    );
    const moved = parsed(text);
    const { paths, components } = moved;
    if (isObject(paths) && isObject(components) && isObject(components['parameters']))
      Object.assign(paths['/customers/{id}'] ?? {}, { 'x-shared': components['parameters']['resourceId'] });
    return moved;
  },
  'as OpenAPI 3.0': (document) => ({
    ...everySchema(document, nullableByFlag),
    openapi: '3.0.3',
  }),
  'with a version in its paths, and other names of parameters': (document) =>
    withPaths(
      document,
      (path) => `/v2.1${path.replace('{id}', '{customerId}')}`,
      (text) => text.replaceAll('"name":"id"', '"name":"customerId"'),
    ),
  'with the organization in its paths': (document) =>
    withPaths(
      document,
      (path) => `/organizations/{organizationId}${path}`,
      (text) => text,
    ),
  'with operationIds in capitals': (document) =>
    everyObject(document, (each) =>
      typeof each['operationId'] === 'string' ? { ...each, operationId: each['operationId'].toUpperCase() } : each,
    ),
  'without operationIds': (document) => everyObject(document, ({ operationId: _operationId, ...each }) => each),
  'with parameters of media types': (document) =>
    parsed(JSON.stringify(document).replaceAll('"application/json"', '"Application/JSON; charset=utf-8"')),
  'with another type of JSON': (document) =>
    parsed(JSON.stringify(document).replaceAll('"application/json"', '"application/vnd.rebilly+json"')),
  'with headers in lower case': (document) =>
    everyObject(document, (each) =>
      isObject(each['headers']) && 'description' in each
        ? {
            ...each,
            headers: Object.fromEntries(
              Object.entries(each['headers']).map(([name, header]) => [name.toLowerCase(), header]),
            ),
          }
        : each,
    ),
  'with renamed credentials': (document) =>
    parsed(JSON.stringify(document).replaceAll('"SecretApiKey"', '"RebApiKey"')),
  'with integers as multiples of 1': (document) =>
    everySchema(document, (schema) =>
      schema['type'] === 'integer' ? { ...schema, type: 'number', multipleOf: 1 } : schema,
    ),
  'with patterns that spell out their classes': (document) =>
    everyObject(document, (each) =>
      typeof each['pattern'] === 'string'
        ? { ...each, pattern: each['pattern'].replaceAll('\\w', 'a-zA-Z0-9_').replaceAll('\\d', '0-9') }
        : each,
    ),
  'with patterns that escape less': (document) =>
    everyObject(document, (each) =>
      typeof each['pattern'] === 'string' ? { ...each, pattern: each['pattern'].replaceAll(/\\([.])/g, '$1') } : each,
    ),
};

/** A document as YAML. */
export function asYaml(document: Json): string {
  return dump(document, { noRefs: true });
}

function withPaths(document: Json, rename: (path: string) => string, retext: (text: string) => string): Json {
  let text = retext(JSON.stringify(document));
  for (const path of isObject(document['paths']) ? Object.keys(document['paths']) : [])
    text = text.replaceAll(`"#/paths/${pointerOf(path)}/`, `"#/paths/${pointerOf(rename(retext(path)))}/`);
  const copy = parsed(text);
  const { paths } = copy;
  return isObject(paths)
    ? { ...copy, paths: Object.fromEntries(Object.entries(paths).map(([path, item]) => [rename(path), item])) }
    : copy;
}

/** A path as a step of a reference. */
function pointerOf(path: string): string {
  return encodeURIComponent(path.replaceAll('~', '~0').replaceAll('/', '~1'));
}

/** `type: [string, 'null']` and an alternative of null, as 3.0 writes them. */
function nullableByFlag(schema: Json): Json {
  const { type, oneOf, ...rest } = schema;
  // What stands beside a reference doesn't count there.
  if ('$ref' in schema && Object.keys(schema).length > 1) {
    const { $ref: reference, ...beside } = schema;
    return nullableByFlag({ ...beside, allOf: [{ $ref: reference }] });
  }
  if (Array.isArray(type) && type.includes('null')) {
    const only: unknown = type.find((each) => each !== 'null');
    return { ...rest, ...(oneOf !== undefined && { oneOf }), type: only, nullable: true };
  }
  if (Array.isArray(oneOf) && oneOf.some((each) => isObject(each) && each['type'] === 'null'))
    return { ...rest, nullable: true, allOf: oneOf.filter((each) => !isObject(each) || each['type'] !== 'null') };
  return schema;
}

function inlined(document: Json): Json {
  const follow = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(follow);
    if (!isObject(value)) return value;
    const { $ref: reference, ...rest } = value;
    if (typeof reference !== 'string')
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, follow(each)]));
    let target: unknown = document;
    for (const step of reference.split('/').slice(1)) {
      const name = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
      target = Array.isArray(target) ? target[Number(name)] : isObject(target) ? target[name] : undefined;
    }
    const found = follow(target);
    return Object.keys(rest).length > 0 && isObject(found) ? { allOf: [found], ...rest } : found;
  };
  const found = follow(document);
  return isObject(found) ? found : document;
}

const holders = ['schema', 'items', 'additionalProperties'];
const maps = ['properties', 'schemas', 'patternProperties'];
const lists = ['allOf', 'anyOf', 'oneOf'];

/** Changes each schema of a document, from inside out. */
function everySchema(document: Json, change: (schema: Json) => Json): Json {
  const visit = (value: unknown, name: string): unknown => {
    if (Array.isArray(value)) return value.map((each) => schemaOr(each, lists.includes(name)));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        schemaOr(each, maps.includes(name) && name !== key ? true : holders.includes(key), key),
      ]),
    );
  };
  const schemaOr = (value: unknown, isSchema: boolean, name = ''): unknown => {
    const inner = visit(value, isSchema ? 'schema' : name);
    return isSchema && isObject(inner) ? change(inner) : inner;
  };
  const changed = visit(document, '');
  return isObject(changed) ? changed : document;
}

/** Changes each object of a document, from inside out. */
function everyObject(document: Json, change: (object: Json) => Json): Json {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (!isObject(value)) return value;
    return change(Object.fromEntries(Object.entries(value).map(([name, each]) => [name, visit(each)])));
  };
  const changed = visit(document);
  return isObject(changed) ? changed : document;
}

function parsed(text: string): Json {
  const value: unknown = JSON.parse(text);
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
