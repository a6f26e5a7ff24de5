import {
  anything,
  canonicalPattern,
  type Kinds,
  type ListKind,
  type NumberKind,
  type ObjectKind,
  type TextKind,
} from '@customer-contracts/schemas/shapes';

import { isList, isRecord } from '../../../json/json-value.ts';
import { both, either, nothing, tidyNumber } from './combine.ts';
import { elements, entries, inside, type Node, referenceOf, type References } from './references.ts';
import { withoutUndefined } from './without-undefined.ts';

/** What a document is read for. */
export interface SchemaContext {
  readonly references: References;
  /** What is sent has no read-only members, what is answered no write-only ones. */
  readonly direction: 'request' | 'response';
  /** Whether keywords beside a `$ref` count, as they do from OpenAPI 3.1 on. */
  readonly hasSiblings: boolean;
}

/** A schema on the way to its kinds: whether it says of null that it may stand there, or may not, or nothing. */
interface Part {
  readonly kinds: Kinds;
  readonly saysNull: boolean | undefined;
}

const anyPart: Part = { kinds: anything, saysNull: undefined };
/** Inside of a circle. */
const unsaid: Part = { kinds: { isOptional: false, isNullable: true, isUnsaid: true }, saysNull: undefined };

/**
 * Reads the schemas of an OpenAPI document. What is written in several ways is one: `nullable` and a type of null, `allOf` and
 * members in one place, a reference and what it leads to. `not`, `if` and `contains` are passed over.
 */
export class SchemaReader {
  readonly #context: SchemaContext;
  readonly #parts = new WeakMap<object, Part>();
  readonly #underWay = new Set<object>();
  readonly #branching = new Set<object>();

  constructor(context: SchemaContext) {
    this.#context = context;
  }

  /** What a schema says; anything where there is none. */
  kindsAt(node: Node): Kinds {
    return settled(this.#partAt(node));
  }

  #partAt(node: Node): Part {
    const { value } = node;
    if (value === false) return { kinds: nothing, saysNull: false };
    if (!isRecord(value)) return anyPart;
    const known = this.#parts.get(value);
    if (known !== undefined) return known;
    if (this.#underWay.has(value)) return unsaid;
    this.#underWay.add(value);
    const part = this.#read(node, value);
    this.#underWay.delete(value);
    this.#parts.set(value, part);
    return part;
  }

  #read(node: Node, schema: Readonly<Record<string, unknown>>): Part {
    const reference = referenceOf(node);
    const { references, hasSiblings } = this.#context;
    if (reference !== undefined && !hasSiblings) return this.#partAt(references.target(reference, node.file));
    const own = this.#own(node, schema);
    const parts = [
      own,
      ...(reference === undefined ? [] : [this.#partAt(references.target(reference, node.file))]),
      ...elements(inside(node, 'allOf')).map((each) => this.#partAt(each)),
      ...['anyOf', 'oneOf'].flatMap((name) => this.#branches(node, elements(inside(node, name)))),
      ...this.#children(node, schema),
    ];
    const all = parts.reduce(bothParts);
    const listed = withValues(all, valuesOf(schema), excludedBy(schema));
    // Who writes null beside alternatives means it, although these may say otherwise.
    const saysNull = own.saysNull === true ? true : listed.saysNull;
    return { kinds: listed.kinds, saysNull };
  }

  /** Alternatives, of which one must fit. */
  #branches(node: Node, branches: readonly Node[]): readonly Part[] {
    if (branches.length === 0) return [];
    const parts = branches.map((each) => named(this.#partAt(each), discriminated(node, each)));
    const saysNull = parts.some((each) => each.saysNull)
      ? true
      : parts.every((each) => each.saysNull === false)
        ? false
        : undefined;
    return [{ kinds: either(parts.map(settled)), saysNull }];
  }

  /** What refers to a schema that has no alternatives and a discriminator: its mapping lists those who build upon it. */
  #children(node: Node, schema: Readonly<Record<string, unknown>>): readonly Part[] {
    const discriminator = inside(node, 'discriminator');
    const mapping = entries(inside(discriminator, 'mapping'));
    if (schema['oneOf'] || schema['anyOf'] || mapping.length === 0 || this.#branching.has(schema)) return [];
    this.#branching.add(schema);
    const targets = new Set(mapping.map(([, { value }]) => String(value)));
    const children = [...targets].map((target) => ({ value: { $ref: asReference(target) }, file: node.file }));
    // Those who build upon it come here again, and find no children then.
    this.#underWay.delete(schema);
    const parts = this.#branches(node, children);
    this.#parts.delete(schema);
    this.#underWay.add(schema);
    return parts;
  }

  /** What a schema says by itself, references and combinations apart. */
  #own(node: Node, schema: Readonly<Record<string, unknown>>): Part {
    const { type } = schema;
    const types = isList(type) ? type : type === undefined ? undefined : [type];
    const isNullable = types?.includes('null') === true || schema['nullable'] === true || schema['x-nullable'] === true;
    const saysNull = isNullable ? true : types === undefined ? undefined : false;
    const isCombined = ['$ref', 'allOf', 'anyOf', 'oneOf'].some((name) => name in schema);
    const meant = types ?? (isCombined ? [] : impliedTypes(schema));
    if (types === undefined && meant.length === 0 && !ruleNames.some((name) => name in schema))
      return { kinds: anything, saysNull };
    const is = (...names: readonly string[]) => meant.length === 0 || names.some((name) => meant.includes(name));
    const isOfNone = types !== undefined && types.every((each) => each === 'null');
    if (isOfNone) return { kinds: nothing, saysNull };
    return {
      kinds: withoutUndefined({
        isOptional: false,
        isNullable: false,
        text: is('string', 'file') ? textOf(schema) : undefined,
        number: is('number', 'integer') ? numberOf(schema, !is('number')) : undefined,
        boolean: is('boolean') ? {} : undefined,
        list: is('array') ? this.#listOf(node, schema) : undefined,
        object: is('object') ? this.#objectOf(node, schema) : undefined,
      }),
      saysNull,
    };
  }

  #listOf(node: Node, schema: Readonly<Record<string, unknown>>): ListKind {
    const tuple = elements(inside(node, 'prefixItems'));
    const rest = 'items' in schema || tuple.length === 0 ? [inside(node, 'items')] : [];
    return withoutUndefined({
      element: either([...tuple, ...rest].map((each) => this.kindsAt(each))),
      minItems: positive(schema['minItems']),
      maxItems: numeric(schema['maxItems']),
      isUnique: schema['uniqueItems'] === true || undefined,
    });
  }

  #objectOf(node: Node, schema: Readonly<Record<string, unknown>>): ObjectKind {
    const hidden = this.#context.direction === 'request' ? 'readOnly' : 'writeOnly';
    const properties = entries(inside(node, 'properties'));
    const elsewhere = new Set(properties.filter(([, each]) => this.#isMarked(each, hidden)).map(([name]) => name));
    const required = new Set(elements(inside(node, 'required')).map(({ value }) => String(value)));
    const members = new Map<string, Kinds>();
    for (const [name, each] of properties)
      if (!elsewhere.has(name)) members.set(name, { ...this.kindsAt(each), isOptional: !required.has(name) });
    for (const name of required) if (!members.has(name) && !elsewhere.has(name)) members.set(name, anything);
    const { additionalProperties } = schema;
    const patterns = entries(inside(node, 'patternProperties')).map(([, each]) => this.kindsAt(each));
    const isClosed = additionalProperties === false || schema['unevaluatedProperties'] === false;
    const rest = isRecord(additionalProperties) ? [this.kindsAt(inside(node, 'additionalProperties'))] : [];
    // Where others may come besides, patterns say nothing of them.
    const kinds = isClosed || rest.length > 0 ? either([...patterns, ...rest]) : anything;
    const isTyped = kinds !== anything && kinds !== nothing;
    return withoutUndefined({
      members: Object.fromEntries(members),
      elsewhere: [...elsewhere],
      others: isTyped ? { ...kinds, isOptional: true } : undefined,
      isClosed: isClosed && !isTyped ? true : undefined,
      minProperties: positive(schema['minProperties']),
      maxProperties: numeric(schema['maxProperties']),
    });
  }

  /** Whether a member is read-only, or write-only, itself or by what it is made of. */
  #isMarked(node: Node, mark: 'readOnly' | 'writeOnly', seen: ReadonlySet<unknown> = new Set()): boolean {
    const { value } = node;
    if (!isRecord(value) || seen.has(value)) return false;
    const reference = referenceOf(node);
    const { references, hasSiblings } = this.#context;
    if (value[mark] === true && (reference === undefined || hasSiblings)) return true;
    const within = new Set([...seen, value]);
    const isIt = (each: Node) => this.#isMarked(each, mark, within);
    if (reference !== undefined && isIt(references.target(reference, node.file))) return true;
    if (reference !== undefined && !hasSiblings) return false;
    const branches = elements(inside(node, 'anyOf')).concat(elements(inside(node, 'oneOf')));
    return elements(inside(node, 'allOf')).some(isIt) || (branches.length > 0 && branches.every(isIt));
  }
}

function settled({ kinds, saysNull = kinds.isNullable }: Part): Kinds {
  return kinds.isNullable === saysNull ? kinds : { ...kinds, isNullable: saysNull };
}

function bothParts(one: Part, other: Part): Part {
  const isRefused = one.saysNull === false || other.saysNull === false;
  return { kinds: both(one.kinds, other.kinds), saysNull: isRefused ? false : (one.saysNull ?? other.saysNull) };
}

/** The member by which alternatives are told apart, and its values for one of them. */
interface Discriminated {
  readonly member: string;
  readonly known: readonly string[];
}

function discriminated(node: Node, branch: Node): Discriminated | undefined {
  const { value: member } = inside(inside(node, 'discriminator'), 'propertyName');
  const reference = referenceOf(branch);
  if (typeof member !== 'string' || reference === undefined) return undefined;
  const mapped = entries(inside(inside(node, 'discriminator'), 'mapping'))
    .filter(([, { value }]) => asReference(String(value)) === asReference(reference))
    .map(([name]) => name);
  const [name = ''] = reference.split('/').slice(-1);
  return { member, known: mapped.length > 0 ? mapped : [name.replace(/\.\w+$/, '')] };
}

/** An alternative whose discriminator has its values; where it lists them itself, that counts. */
function named(part: Part, discriminator: Discriminated | undefined): Part {
  if (discriminator === undefined) return part;
  const { member, known } = discriminator;
  if (part.kinds.object?.members[member]?.text?.known) return part;
  const members = { [member]: { isOptional: true, isNullable: false, text: { known } } };
  return { ...part, kinds: both(part.kinds, { isOptional: false, isNullable: true, object: { members } }) };
}

function asReference(target: string): string {
  return /[#/.]/.test(target) ? target : `#/components/schemas/${target}`;
}

/** The values that `enum` and `const` list; `undefined` where they list none. */
function valuesOf(schema: Readonly<Record<string, unknown>>): readonly unknown[] | undefined {
  if ('const' in schema) return [schema['const']];
  return isList(schema['enum']) ? schema['enum'] : undefined;
}

/** The texts that `not` takes away from a list. */
function excludedBy({ not }: Readonly<Record<string, unknown>>): readonly unknown[] {
  return isRecord(not) ? (valuesOf(not) ?? []) : [];
}

function withValues(
  { kinds, saysNull }: Part,
  values: readonly unknown[] | undefined,
  excluded: readonly unknown[],
): Part {
  const { text } = kinds;
  const known = text?.known?.filter((each) => !excluded.includes(each));
  const left = text && known && known.length > 0 ? { ...kinds, text: { ...text, known } } : kinds;
  if (values === undefined) return { kinds: left, saysNull };
  const texts = values.filter((each) => typeof each === 'string');
  const numbers = values.filter((each) => typeof each === 'number');
  const booleans = values.filter((each) => typeof each === 'boolean');
  const listed: Kinds = withoutUndefined({
    isOptional: false,
    isNullable: true,
    text: texts.length > 0 ? { known: texts } : undefined,
    number: numbers.length > 0 ? { isInteger: numbers.every(Number.isInteger), known: numbers } : undefined,
    boolean: booleans.length === 0 ? undefined : booleans.length === 1 ? { known: booleans } : {},
    list: values.some(isList) ? anything.list : undefined,
    object: values.some(isRecord) ? anything.object : undefined,
  });
  // Who says null beside a list without it means it all the same.
  return { kinds: both(left, listed), saysNull: saysNull ?? values.includes(null) };
}

function impliedTypes(schema: Readonly<Record<string, unknown>>): readonly string[] {
  const { format } = schema;
  const formatted =
    typeof format === 'string'
      ? [/^(?:u?int\d*|integer|number|float|double|decimal)$/.test(format) ? 'number' : 'string']
      : [];
  const implied = rulesByType.filter(([, names]) => names.some((name) => name in schema)).map(([type]) => type);
  return implied.length > 0 ? implied : formatted;
}

const rulesByType: readonly (readonly [string, readonly string[]])[] = [
  ['object', ['properties', 'required', 'additionalProperties', 'patternProperties', 'minProperties', 'maxProperties']],
  ['array', ['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems']],
  ['string', ['pattern', 'minLength', 'maxLength']],
  ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
];
const ruleNames = ['format', ...rulesByType.flatMap(([, names]) => names)];

function textOf(schema: Readonly<Record<string, unknown>>): TextKind {
  const { format, pattern } = schema;
  const source = typeof pattern === 'string' ? canonicalPattern(pattern) : undefined;
  const isAnyText = source !== undefined && anyTexts.has(source);
  return withoutUndefined({
    format: typeof format === 'string' ? format : undefined,
    pattern: isAnyText ? undefined : source,
    minLength: isAnyText ? Math.max(1, numeric(schema['minLength']) ?? 1) : positive(schema['minLength']),
    maxLength: numeric(schema['maxLength']),
  });
}

/** What the API writes for "at least one character" (docs/api-decisions.md#q46), and its like. */
const anyTexts: ReadonlySet<string> = new Set(
  [String.raw`^[\u0000-\uFFFF]+$`, '^[\u0000-\uFFFF]+$', String.raw`^[\s\S]+$`].map(canonicalPattern),
);

function numberOf(schema: Readonly<Record<string, unknown>>, isInteger: boolean): NumberKind {
  const { format, exclusiveMinimum, exclusiveMaximum } = schema;
  const [minimum, maximum] = [numeric(schema['minimum']), numeric(schema['maximum'])];
  return tidyNumber({
    isInteger,
    format: typeof format === 'string' ? format : undefined,
    // Until OpenAPI 3.0 a flag beside the limit, since then the limit itself.
    minimum: exclusiveMinimum === true ? undefined : minimum,
    maximum: exclusiveMaximum === true ? undefined : maximum,
    exclusiveMinimum: exclusiveMinimum === true ? minimum : numeric(exclusiveMinimum),
    exclusiveMaximum: exclusiveMaximum === true ? maximum : numeric(exclusiveMaximum),
    multipleOf: numeric(schema['multipleOf']),
  });
}

function numeric(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** A limit from below; 0 is none. */
function positive(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 ? value : undefined;
}
