import type { Kinds, ListKind, NumberKind, ObjectKind, TextKind } from './kinds.ts';

/** A JSON Schema of draft 2020-12, as {@link jsonSchemaOf} makes it. */
export interface KindsSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly items?: KindsSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly properties?: Readonly<Record<string, KindsSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: KindsSchema | false;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly anyOf?: readonly KindsSchema[];
}

/** What a shape says as a JSON Schema, for whoever works on those. Presence is said by the object that has the member. */
export function jsonSchemaOf(kinds: Kinds): KindsSchema {
  const { isNullable, isUnsaid, alternatives } = kinds;
  const branches = alternatives?.map(jsonSchemaOf) ?? schemasOf(kinds);
  const all = isNullable ? [...branches, { type: 'null' }] : branches;
  const [first, second] = all;
  if (isUnsaid || isAnything(kinds)) return {};
  if (all.length === 2 && isNullable && first && typeof first.type === 'string' && second) return nullable(first);
  return all.length === 1 && first ? first : { anyOf: all };
}

function nullable({ type, enum: values, ...schema }: KindsSchema): KindsSchema {
  const types = typeof type === 'string' ? [type, 'null'] : ['null'];
  return { type: types, ...(values && { enum: [...values, null] }), ...schema };
}

function isAnything({ isNullable, text, number, boolean, list, object, alternatives }: Kinds): boolean {
  const isFree = [text, boolean].every((kind) => kind && Object.keys(kind).length === 0) && number?.isInteger === false;
  return isNullable && isFree && list?.element.isUnsaid === true && isMap(object) && alternatives === undefined;
}

function isMap(object: ObjectKind | undefined): boolean {
  return (
    object !== undefined && Object.keys(object.members).length === 0 && object.others === undefined && !object.isClosed
  );
}

function schemasOf({ text, number, boolean, list, object }: Kinds): readonly KindsSchema[] {
  return [
    ...(text ? [textSchema(text)] : []),
    ...(number ? [numberSchema(number)] : []),
    ...(boolean ? [{ type: 'boolean', ...(boolean.known && { enum: boolean.known }) }] : []),
    ...(list ? [listSchema(list)] : []),
    ...(object ? [objectSchema(object)] : []),
  ];
}

function textSchema({ known, isOpen, outside: _outside, ...rules }: TextKind): KindsSchema {
  return { type: 'string', ...(known && !isOpen ? { enum: known } : rules) };
}

function numberSchema({ isInteger, known, outside: _outside, ...rules }: NumberKind): KindsSchema {
  return { type: isInteger ? 'integer' : 'number', ...(known ? { enum: known } : rules) };
}

function listSchema({ element, isUnique, outside: _outside, ...limits }: ListKind): KindsSchema {
  return { type: 'array', items: jsonSchemaOf(element), ...limits, ...(isUnique && { uniqueItems: true }) };
}

function objectSchema({ members, others, isClosed, minProperties, maxProperties }: ObjectKind): KindsSchema {
  const entries = Object.entries(members);
  const required = entries.filter(([, kinds]) => !kinds.isOptional).map(([name]) => name);
  return {
    type: 'object',
    ...(entries.length > 0 && {
      properties: Object.fromEntries(entries.map(([name, kinds]) => [name, jsonSchemaOf(kinds)])),
    }),
    ...(required.length > 0 && { required }),
    ...(isClosed ? { additionalProperties: false as const } : others && { additionalProperties: jsonSchemaOf(others) }),
    ...(minProperties !== undefined && { minProperties }),
    ...(maxProperties !== undefined && { maxProperties }),
  };
}
