import * as fc from 'fast-check';

/** A JSON Schema, of OpenAPI 3.0 or 3.1. */
export type Schema = Readonly<Record<string, unknown>>;

/**
 * Bodies as the schema of a document allows them: members there and not there, null where it may be, each value of a list, each
 * alternative. Not all fit where a schema says what may not be: ask a validator.
 */
export function bodiesOf(schema: Schema, document: { readonly components: Schema }): fc.Arbitrary<unknown> {
  const schemas = objectOf(document.components['schemas']);
  return new Bodies(schemas).of(schema);
}

class Bodies {
  readonly #schemas: Schema;
  readonly #known = new Map<string, fc.Arbitrary<unknown>>();

  constructor(schemas: Schema) {
    this.#schemas = schemas;
  }

  of(schema: Schema): fc.Arbitrary<unknown> {
    const { type, nullable } = schema;
    const kind: unknown = Array.isArray(type) ? type.find((each) => each !== 'null') : type;
    const isNullable = nullable === true || (Array.isArray(type) && type.includes('null'));
    const present = this.#present({ ...schema, type: kind });
    return isNullable ? fc.oneof({ arbitrary: present, weight: 3 }, fc.constant(null)) : present;
  }

  #present(schema: Schema): fc.Arbitrary<unknown> {
    const { $ref, allOf, anyOf, oneOf, const: constant, type } = schema;
    const known: unknown = schema['enum'];
    if (typeof $ref === 'string') return this.#component($ref.slice($ref.lastIndexOf('/') + 1));
    if (Array.isArray(allOf)) return this.of(objectOf(allOf[0]));
    const branches = anyOf ?? oneOf;
    if (Array.isArray(branches)) return fc.oneof(...branches.map((each) => this.of(objectOf(each))));
    if (Array.isArray(known)) return fc.constantFrom(...known.map((each: unknown) => each));
    if (constant !== undefined) return fc.constant(constant);
    switch (type) {
      case 'string':
        return texts(schema);
      case 'integer':
      case 'number':
        return numbers(schema);
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      case 'array':
        return fc.array(this.of(objectOf(schema['items'])), {
          minLength: numberAt(schema, 'minItems') ?? 0,
          maxLength: Math.max(2, numberAt(schema, 'minItems') ?? 0),
        });
      case 'object':
        return this.#objects(schema);
      default:
        return anything;
    }
  }

  #component(name: string): fc.Arbitrary<unknown> {
    const known = this.#known.get(name) ?? this.of(objectOf(this.#schemas[name]));
    this.#known.set(name, known);
    return known;
  }

  #objects({ properties = {}, required }: Schema): fc.Arbitrary<unknown> {
    const members = Object.entries(objectOf(properties)).map(
      ([name, each]) => [name, this.of(objectOf(each))] as const,
    );
    const names: readonly unknown[] = Array.isArray(required) ? required : [];
    const named = fc.record(Object.fromEntries(members), {
      requiredKeys: members.map(([name]) => name).filter((name) => names.includes(name)),
      noNullPrototype: true,
    });
    return fc.tuple(named, otherMembers).map(([some, more]) => ({ ...more, ...some }));
  }
}

const anything = fc.jsonValue({ maxDepth: 1 });

/** Members of a later day. */
const otherMembers = fc.dictionary(fc.stringMatching(/^x[a-z]{1,5}$/), anything, { maxKeys: 1 });

/** Made once for all documents: it takes a while. */
const textsKnown = new Map<string, fc.Arbitrary<unknown>>();

function texts({ format, pattern, minLength, maxLength }: Schema): fc.Arbitrary<unknown> {
  const rules = { format, pattern, minLength, maxLength };
  const name = JSON.stringify(rules);
  const found = textsKnown.get(name) ?? textsLike(rules);
  textsKnown.set(name, found);
  return found;
}

function textsLike(schema: Schema): fc.Arbitrary<unknown> {
  const { format, pattern } = schema;
  if (typeof format === 'string') return textsOf(format);
  const [minLength, maxLength] = [numberAt(schema, 'minLength') ?? 0, numberAt(schema, 'maxLength') ?? 60];
  if (typeof pattern === 'string') {
    // A letter stands for all of them: it has no class of them.
    const spelled = new RegExp(pattern.replaceAll(String.raw`\pL`, 'éß中'));
    return fc.stringMatching(spelled, { maxLength });
  }
  return fc.oneof(
    fc.string({ unit: 'binary', minLength, maxLength: Math.min(maxLength, 60) }),
    fc.constant('x'.repeat(maxLength)),
  );
}

function textsOf(format: string): fc.Arbitrary<string> {
  switch (format) {
    case 'email':
      return fc.emailAddress();
    case 'date-time':
      return fc
        .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
        .map((date) => date.toISOString());
    case 'date':
      return fc
        .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10));
    case 'uri':
      return fc.webUrl();
    case 'url':
      return fc.oneof(fc.webUrl(), fc.constant('www.example.com/landing?a=b'));
    default:
      throw new Error(`No text is of the format ${format}.`);
  }
}

function numbers(schema: Schema): fc.Arbitrary<number> {
  const [min, max] = [numberAt(schema, 'minimum') ?? -1e6, numberAt(schema, 'maximum') ?? 1e6];
  return schema['type'] === 'integer'
    ? fc.integer({ min, max })
    : fc.double({ min, max, noNaN: true }).map((each) => each + 0);
}

function numberAt(schema: Schema, name: string): number | undefined {
  const value = schema[name];
  return typeof value === 'number' ? value : undefined;
}

function objectOf(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
