import today from '../../openapi.json' with { type: 'json' };
import { isObject } from '../shapes/is-object.ts';
import type { Before } from './dated-change.ts';
import { mergePatch } from './merge-patch.ts';
import { openapi30 } from './openapi-30.ts';

/** An OpenAPI document, of 3.0 or 3.1. */
export interface OpenapiDocument {
  /** The version of OpenAPI: `3.0.3`, `3.1.1`. */
  readonly openapi: string;
  /** What the document is; `version` is the day that it is of. */
  readonly info: { readonly version: string } & Readonly<Record<string, unknown>>;
  /** The operations by path and method. */
  readonly paths: Readonly<Record<string, unknown>>;
  /** The schemas of the bodies, and the credentials. */
  readonly components: Readonly<Record<string, unknown>>;
  /** What else there is. */
  readonly [name: string]: unknown;
}

/** An object of JSON that is put together. */
type Json = Record<string, unknown>;

/** Where something stands, or could: in an object, by its name there. */
interface Slot {
  readonly holder: Json;
  readonly name: string;
  /** Of a member of a component: the schema that may require it. */
  readonly schema?: Json;
}

/**
 * An OpenAPI document by what changes of it name: operations and parameters by their names, each with its method and path. It
 * begins as the document of the table.
 */
export class OpenapiModel {
  readonly #parts: { document: Json; operations: Json; schemas: Json };

  constructor() {
    const { paths, components, ...document } = copy(today);
    const { schemas, ...others } = inside(components);
    this.#parts = {
      document: { ...document, components: others },
      operations: Object.fromEntries(Object.entries(inside(paths)).flatMap(([path, item]) => operationsOf(path, item))),
      schemas: inside(schemas),
    };
  }

  /** Makes a place as it was before a change. */
  revert(place: string, before: Before): void {
    const [, value] = listedValue(place);
    for (const { holder, name, schema } of this.#slots(place)) {
      if (value !== undefined) {
        const list: unknown = holder[name];
        const values: readonly unknown[] = Array.isArray(list) ? list : [];
        holder[name] = before === null ? values.filter((each) => each !== value) : [...values, value];
      } else if (before === null) {
        Reflect.deleteProperty(holder, name);
        if (schema && Array.isArray(schema['required']))
          schema['required'] = schema['required'].filter((each) => each !== name);
      } else holder[name] = mergePatch(holder[name], before);
    }
  }

  /** Whether there is something at a place. */
  has(place: string): boolean {
    const [, value] = listedValue(place);
    return this.#slots(place).some(({ holder, name }) => {
      const found = holder[name];
      return value === undefined ? found !== undefined : Array.isArray(found) && found.includes(value);
    });
  }

  /** Where a place stands: a member in each view of its schema that has it, or in all of them where none has. Of a listed value where the list is. */
  #slots(place: string): readonly Slot[] {
    const [path, value] = listedValue(place);
    if (path === 'document') return [{ holder: this.#parts, name: 'document' }];
    if (/^[a-z]/.test(path)) return [this.#operationSlot(path)];
    const found = this.#memberSlots(path);
    if (value !== undefined) return found.map(({ holder, name }) => ({ holder: inside(holder[name]), name: 'enum' }));
    const present = found.filter(({ holder, name }) => Object.hasOwn(holder, name));
    return present.length > 0 ? present : found;
  }

  #operationSlot(path: string): Slot {
    const [id = '', part, name] = path.split(' ');
    if (part === undefined) return { holder: this.#parts.operations, name: id };
    const operation = inside(this.#parts.operations[id]);
    const isStatus = /^\d+$/.test(part);
    if (!isStatus) return { holder: child(operation, 'parameters'), name: `${part} ${name}` };
    const responses = child(operation, 'responses');
    return name === undefined
      ? { holder: responses, name: part }
      : { holder: child(child(responses, part), 'headers'), name };
  }

  #memberSlots(path: string): readonly Slot[] {
    const [component = '', ...members] = path.split('.');
    const views = [component, `${component}Data`, `${component}Input`].filter(
      (view) => view === component || Object.hasOwn(this.#parts.schemas, view),
    );
    return views.flatMap((view) => {
      let slot: Slot = { holder: this.#parts.schemas, name: view };
      for (const member of members) {
        const schema = schemaAt(slot);
        if (schema === undefined) return [];
        slot = { holder: child(schema, 'properties'), name: member, schema };
      }
      return [slot];
    });
  }

  /** Writes beside what is at a place, or about the value of a list that is meant, where there is one. */
  mark(place: string, name: `x-${string}`, said: string): void {
    const [, value] = listedValue(place);
    for (const slot of this.#slots(place)) {
      if (value !== undefined) child(slot.holder, `${name}-of-values`)[value] = said;
      else if (isObject(slot.holder[slot.name])) child(slot.holder, slot.name)[name] = said;
    }
  }

  /** The document, in the version of OpenAPI that it names. */
  document(info: Json): OpenapiDocument {
    const { document, operations, schemas } = copy(this.#parts);
    const { openapi, info: given, components, ...others } = inside(document);
    const version = String(openapi);
    const paths = pathsOf(inside(operations));
    const inVersion = (part: Json) => inside(version.startsWith('3.0') ? openapi30(part) : part);
    return {
      openapi: version,
      info: { ...inside(given), version: '', ...info },
      ...others,
      paths: inVersion(paths),
      components: inVersion({ ...inside(components), schemas: referredTo(paths, inside(schemas)) }),
    };
  }
}

/** A place, and the value that is meant of its list. */
function listedValue(place: string): readonly [path: string, value: string | undefined] {
  const [, path = place, value] = /^([^=]*)=(.*)$/.exec(place) ?? [];
  return [path, value];
}

/** The schema at a slot; of `_links[]` that of an element. Not every view has it. */
function schemaAt({ holder, name }: Slot): Json | undefined {
  const isElement = name.endsWith('[]');
  const schema = holder[isElement ? name.slice(0, -2) : name];
  return isElement && isObject(schema) ? inside(schema['items']) : isObject(schema) ? schema : undefined;
}

function operationsOf(path: string, item: unknown): readonly (readonly [name: string, operation: Json])[] {
  return Object.entries(inside(item)).map(([method, each]) => {
    const { parameters = [], ...operation } = inside(each);
    const named = (Array.isArray(parameters) ? parameters : []).map((parameter: unknown) => {
      const { in: part, name, ...rest } = inside(parameter);
      return [`${String(part)} ${String(name)}`, rest] as const;
    });
    const id = String(operation['operationId']);
    const name = id.charAt(0).toLowerCase() + id.slice(1);
    return [name, { method, path, ...operation, parameters: Object.fromEntries(named) }] as const;
  });
}

function pathsOf(operations: Json): Json {
  const paths: Record<string, Json> = {};
  for (const each of Object.values(operations)) {
    const { method, path, parameters, responses, ...operation } = inside(each);
    const listed = Object.entries(inside(parameters)).map(([place, rest]) => {
      const [part, name] = place.split(' ');
      return { name, in: part, ...inside(rest) };
    });
    const item = {
      ...operation,
      ...(listed.length > 0 && { parameters: listed }),
      responses: Object.fromEntries(
        Object.entries(inside(responses)).map(([status, response]) => [status, withHeaders(inside(response))]),
      ),
    };
    paths[String(path)] = { ...paths[String(path)], [String(method)]: item };
  }
  return paths;
}

/** An answer, which names its headers where it has some. */
function withHeaders({ headers = {}, ...response }: Json): Json {
  return Object.keys(inside(headers)).length === 0 ? response : { ...response, headers };
}

/** The components that something refers to, and what they refer to. */
function referredTo(paths: Json, schemas: Json): Json {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (found.has(name)) continue;
      found.add(name);
      visit(schemas[name]);
    }
  };
  visit(paths);
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => found.has(name)));
}

function copy(value: object): Json {
  return inside(JSON.parse(JSON.stringify(value)));
}

/** An object of the document. */
function inside(value: unknown): Json {
  if (isObject(value)) return value;
  throw new TypeError('Failed to go through the history: what it names is not in the document. Name a place that is.');
}

/** An object in another one, made where there is none. */
function child(holder: Json, name: string): Json {
  holder[name] ??= {};
  return inside(holder[name]);
}
