import { operationIds, operations as table } from '@customer-contracts/schemas/plain';
import {
  anything,
  type ApiShape,
  type Credential,
  type HeaderShape,
  type Kinds,
  type OperationShape,
  type ParameterShape,
  type ResponseShape,
} from '@customer-contracts/schemas/shapes';

import { isRecord } from '../../../json/json-value.ts';
import { DriftSourceError } from '../drift-source-error.ts';
import { elements, entries, inside, type Node, type References } from './references.ts';
import { SchemaReader } from './schema-kinds.ts';

/** Whether what was parsed is an OpenAPI document, of whatever version. */
export function isOpenapi(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && ('openapi' in value || 'swagger' in value);
}

/**
 * What an OpenAPI document, 3.0 to 3.2 or Swagger 2.0, says of the operations of the table. They are found by their operationId in any
 * case, else by method and path behind any prefix of an organization or a version; the other paths are not looked at. Of bodies JSON counts.
 *
 * @throws {MissingFile} when it refers to a file that isn't read yet.
 * @throws {DriftSourceError} when it is of another version, has none of the operations, or refers to nothing.
 */
export function readOpenapi(place: string, references: References): ApiShape {
  const version = versionOf(place, references.root);
  const read = new OperationReader(references, version);
  const operations = Object.fromEntries(
    read.operations().map(([name, each]) => [name, read.operation(name, each)] as const),
  );
  if (Object.keys(operations).length === 0)
    throw new DriftSourceError(
      place,
      `it has none of the ${operationIds.length} operations of the Customers API`,
      'Hand in the document of that API, whole or in part.',
    );
  const { value: said } = inside(inside(references.root, 'info'), 'version');
  return {
    source: {
      kind: 'document',
      place,
      openapi: version,
      version: typeof said === 'string' || typeof said === 'number' ? String(said) : '',
    },
    operations,
  };
}

function versionOf(place: string, root: Node): string {
  const said = inside(root, 'openapi').value ?? inside(root, 'swagger').value;
  // YAML takes 3.1 for a number.
  const version = String(said);
  if (/^(?:3\.[012](?:\.|$)|2\.0$|2$)/.test(version)) return version;
  throw new DriftSourceError(place, `it is of OpenAPI ${JSON.stringify(said)}`, 'Hand in one of 3.0 or 3.1.');
}

/** An operation of the document: what stands at its path beside it, and itself. */
interface Found {
  readonly method: string;
  /** The template without its prefix. */
  readonly path: string;
  readonly item: Node;
  readonly operation: Node;
}

const methods = new Set(['get', 'post', 'put', 'patch', 'delete']);

/** The paths of the table behind what may stand before them. */
const known = /^(?:\/v?\d[\w.]*|\/organizations\/\{[^}]+\})*(\/customers(?:\/\{[^}]+\}(?:\/lead-source)?)?)\/?$/i;

class OperationReader {
  readonly #references: References;
  readonly #isSwagger: boolean;
  readonly #readers: Readonly<Record<'request' | 'response', SchemaReader>>;

  constructor(references: References, version: string) {
    this.#references = references;
    this.#isSwagger = version.startsWith('2');
    const hasSiblings = !this.#isSwagger && !version.startsWith('3.0');
    this.#readers = {
      request: new SchemaReader({ references, direction: 'request', hasSiblings }),
      response: new SchemaReader({ references, direction: 'response', hasSiblings }),
    };
  }

  /** The operations by their names in the table; others at the same paths by their own. */
  operations(): readonly (readonly [name: string, found: Found])[] {
    const all = entries(inside(this.#references.root, 'paths')).flatMap(([path, item]) => this.#at(path, item));
    const named = new Map<Found, string>();
    for (const id of operationIds) {
      const { method, path } = table[id];
      const isItsPath = (each: Found) => each.method === method && nameless(each.path) === nameless(path);
      const found =
        all.find((each) => idOf(each)?.toLowerCase() === id.toLowerCase()) ??
        all.find((each) => !named.has(each) && isItsPath(each));
      if (found !== undefined && !named.has(found)) named.set(found, id);
    }
    const others = all
      .filter((each) => !named.has(each) && known.test(each.path))
      .map((each) => [nameOf(each), each] as const);
    return [...[...named].map(([each, id]) => [id, each] as const), ...others];
  }

  #at(path: string, item: Node): readonly Found[] {
    // Following the references of some 380 paths would read most of the document.
    const [, plain] = known.exec(path) ?? [];
    const followed = plain === undefined ? item : this.#references.follow(item);
    return entries(followed)
      .filter(([method]) => methods.has(method.toLowerCase()))
      .map(([method, operation]) => ({
        method: method.toUpperCase(),
        path: plain ?? path,
        item: followed,
        operation: this.#references.follow(operation),
      }));
  }

  operation(name: string, { method, path, item, operation }: Found): OperationShape {
    const parameters = this.#parameters(item, operation);
    const own = parameters.flatMap((each) => this.#parameter(each, path, name));
    const body = this.#body(operation, parameters);
    return {
      method,
      path,
      security: this.#security(operation),
      parameters: own,
      ...(body && { body }),
      responses: Object.fromEntries(
        entries(inside(operation, 'responses'))
          .filter(([status]) => /^(?:[1-5]\d\d|[1-5]XX|default)$/i.test(status))
          .map(([status, each]) => [/^\d/.test(status) ? status.toUpperCase() : 'default', this.#response(each)]),
      ),
    };
  }

  /** Those of the path, and of the operation, which count where both name one. */
  #parameters(item: Node, operation: Node): readonly Node[] {
    const all = [item, operation].flatMap((each) => elements(inside(each, 'parameters')));
    const followed = all.map((each) => this.#references.follow(each));
    return [...new Map(followed.map((each) => [`${textAt(each, 'in')} ${textAt(each, 'name')}`, each])).values()];
  }

  #parameter(node: Node, path: string, operation: string): readonly ParameterShape[] {
    const [where, said] = [textAt(node, 'in'), textAt(node, 'name')];
    if (where !== 'path' && where !== 'query' && where !== 'header' && where !== 'cookie') return [];
    const name = where === 'path' ? pathParameter(said, path, operation) : said;
    // OpenAPI passes over these: they are said elsewhere.
    if (name === undefined || (where === 'header' && /^(?:accept|content-type|authorization)$/i.test(name))) return [];
    const isOptional = where !== 'path' && inside(node, 'required').value !== true;
    return [{ in: where, name, kinds: { ...this.#value(node, 'request'), isOptional } }];
  }

  /** What a parameter or header is: its schema, that of its content, or of Swagger itself. */
  #value(node: Node, direction: 'request' | 'response'): Kinds {
    if (this.#isSwagger) return this.#readers[direction].kindsAt(without(node, ['required', 'in', 'name']));
    const schema = inside(node, 'schema');
    const [content] = entries(inside(node, 'content'));
    return this.#readers[direction].kindsAt(
      schema.value === undefined && content ? inside(content[1], 'schema') : schema,
    );
  }

  #body(operation: Node, parameters: readonly Node[]): Kinds | undefined {
    if (this.#isSwagger) {
      const node = parameters.find((each) => textAt(each, 'in') === 'body');
      if (node === undefined) return undefined;
      const isOptional = inside(node, 'required').value !== true;
      return { ...this.#readers.request.kindsAt(inside(node, 'schema')), isOptional };
    }
    const body = this.#references.follow(inside(operation, 'requestBody'));
    const kinds = this.#content(body, 'request');
    return kinds && { ...kinds, isOptional: inside(body, 'required').value !== true };
  }

  #response(node: Node): ResponseShape {
    const response = this.#references.follow(node);
    const schema = inside(response, 'schema');
    const body = this.#isSwagger
      ? schema.value === undefined
        ? undefined
        : this.#readers.response.kindsAt(schema)
      : this.#content(response, 'response');
    return {
      headers: Object.fromEntries(
        entries(inside(response, 'headers'))
          .filter(([name]) => name.toLowerCase() !== 'content-type')
          .map(([name, each]) => [name.toLowerCase(), this.#header(name, each)]),
      ),
      ...(body && { body }),
    };
  }

  #header(name: string, node: Node): HeaderShape {
    const header = this.#references.follow(node);
    const isOptional = inside(header, 'required').value !== true;
    return { name, kinds: { ...this.#value(header, 'response'), isOptional } };
  }

  /** The JSON of a body: `application/json`, another kind of JSON, or anything. */
  #content(node: Node, direction: 'request' | 'response'): Kinds | undefined {
    const types = entries(inside(node, 'content')).map(([type, each]) => [mediaType(type), each] as const);
    for (const pattern of [/^application\/json$/, /[/+]json$/, /^(?:application|\*)\/\*$/]) {
      const content = types.find(([type]) => pattern.test(type))?.[1];
      if (content !== undefined) return this.#readers[direction].kindsAt(inside(content, 'schema'));
    }
    // Something that is no JSON: nobody here reads it.
    return types.length > 0 ? anything : undefined;
  }

  #security(operation: Node): readonly (readonly Credential[])[] {
    const own = inside(operation, 'security');
    const said = own.value === undefined ? inside(this.#references.root, 'security') : own;
    const all = elements(said).map((each) => entries(each).map(([name]) => ({ name, wire: this.#wire(name) })));
    // Beside others an empty one says that nothing need be sent.
    return all.some((each) => each.length > 0) ? all : [];
  }

  #wire(name: string): string {
    const components = inside(inside(this.#references.root, 'components'), 'securitySchemes');
    const schemes = this.#isSwagger ? inside(this.#references.root, 'securityDefinitions') : components;
    const scheme = this.#references.follow(inside(schemes, name));
    const type = textAt(scheme, 'type');
    const wire =
      type === 'apiKey' ? `${textAt(scheme, 'in')} ${textAt(scheme, 'name')}` : textAt(scheme, 'scheme') || type;
    return wire.toLowerCase();
  }
}

function idOf({ operation }: Found): string | undefined {
  const { value } = inside(operation, 'operationId');
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Its operationId in camelCase, or method and path. */
function nameOf(found: Found): string {
  const id = idOf(found);
  return id === undefined ? `${found.method} ${found.path}` : id.slice(0, 1).toLowerCase() + id.slice(1);
}

function nameless(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, '{}').toLowerCase();
}

/** What the table calls a parameter of the path, by its place there; `undefined` for that of a prefix. */
function pathParameter(name: string, path: string, operation: string): string | undefined {
  const index = parameterNames(path).indexOf(name);
  if (index === -1) return undefined;
  const id = operationIds.find((each) => each === operation);
  return id === undefined ? name : parameterNames(table[id].path)[index];
}

function parameterNames(template: string): readonly string[] {
  return template.match(/(?<=\{)[^}]+/g) ?? [];
}

function mediaType(text: string): string {
  const [type = ''] = text.split(';');
  return type.trim().toLowerCase();
}

function textAt(node: Node, name: string): string {
  const { value } = inside(node, name);
  return typeof value === 'string' ? value : '';
}

function without({ value, file }: Node, names: readonly string[]): Node {
  return {
    value: Object.fromEntries(Object.entries(isRecord(value) ? value : {}).filter(([name]) => !names.includes(name))),
    file,
  };
}
