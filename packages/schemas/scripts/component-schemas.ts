import {
  Company,
  ConflictProblem,
  ContactEmail,
  ContactObject,
  ContactObjectInput,
  ContactPhoneNumber,
  Customer,
  CustomerAverageValue,
  CustomerEmbedded,
  CustomerInput,
  CustomerLifetimeRevenue,
  DefaultPaymentInstrument,
  ForbiddenProblem,
  InvalidField,
  LeadSource,
  LeadSourceData,
  LeadSourceInput,
  NotFoundProblem,
  PaymentMethod,
  Tag,
  TaxNumber,
  TaxNumberInput,
  TooManyRequestsProblem,
  UnauthorizedProblem,
  ValidationProblem,
} from '@customer-contracts/schemas';
import * as z from 'zod';

import type { DocComments } from './doc-comments.ts';
import { docComments } from './doc-comments.ts';

/** A JSON Schema of draft 2020-12. */
export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The exported schemas that become components, by the source file that has their words. */
const sources = {
  'company.ts': { Company },
  'contact-object.ts': { ContactEmail, ContactObject, ContactObjectInput, ContactPhoneNumber },
  'customer.ts': { Customer, CustomerEmbedded, CustomerInput, DefaultPaymentInstrument },
  'lead-source.ts': { LeadSource, LeadSourceData, LeadSourceInput },
  'money.ts': { CustomerAverageValue, CustomerLifetimeRevenue },
  'payment-method.ts': { PaymentMethod },
  'problem.ts': {
    ConflictProblem,
    ForbiddenProblem,
    InvalidField,
    NotFoundProblem,
    TooManyRequestsProblem,
    UnauthorizedProblem,
    ValidationProblem,
  },
  'tag.ts': { Tag },
  'tax-number.ts': { TaxNumber, TaxNumberInput },
};

const registry = z.registry<{ id: string }>();
for (const group of Object.values(sources)) {
  for (const [name, schema] of Object.entries<z.ZodType>(group)) registry.add(schema, { id: name });
}

const componentUri = (id: string): string => `#/components/schemas/${id}`;

/** The components of the OpenAPI document, by name, with the words of the source. */
export function componentSchemas(): Record<string, JsonSchema> {
  const components = z.toJSONSchema(registry, { ...options, uri: componentUri }).schemas;
  for (const [file, group] of Object.entries(sources)) {
    const words = docComments(new URL(`../src/${file}`, import.meta.url));
    for (const name of Object.keys(group)) describe(components[name] ?? {}, name, words);
  }
  for (const name of Object.keys(components)) markDirections(name, components);
  return components;
}

/** The JSON Schema of a schema that is no component itself, with references to those that are. */
export function jsonSchema(schema: z.ZodType): JsonSchema {
  const id = registry.get(schema)?.id;
  if (id !== undefined) return { $ref: componentUri(id) };
  if (schema instanceof z.ZodArray && schema.element instanceof z.ZodType)
    return { type: 'array', items: jsonSchema(schema.element) };
  const generated: JsonSchema = z.toJSONSchema(schema, options);
  delete generated.$schema;
  return generated;
}

const options = {
  target: 'draft-2020-12',
  io: 'input',
  override: ({ zodSchema, jsonSchema }) => {
    // What zod adds and the API doesn't say: closed objects, its own idea of an e-mail or a date-time, the safe integers.
    if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    delete jsonSchema.propertyNames;
    if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    if (zodSchema instanceof z.ZodRecord) jsonSchema.additionalProperties = true;
    // The API's document lists the values that it knows, and leaves open whether there will be more.
    if (zodSchema instanceof z.ZodUnion && zodSchema.options[0] instanceof z.ZodEnum) {
      const [known] = jsonSchema.anyOf ?? [];
      delete jsonSchema.anyOf;
      Object.assign(jsonSchema, known);
    }
    const [present, ...others] = jsonSchema.anyOf ?? [];
    if (zodSchema instanceof z.ZodNullable && typeof present?.type === 'string' && others.length === 1) {
      delete jsonSchema.anyOf;
      Object.assign(jsonSchema, present, { type: [present.type, 'null'] });
    }
  },
} satisfies z.core.ToJSONSchemaParams;

function describe(schema: JsonSchema, name: string, words: DocComments): void {
  delete schema.$schema;
  delete schema.$id;
  schema.description = words.constant(name) ?? '';
  for (const [member, property] of members(schema)) {
    const description = words.member(name, member);
    if (description !== undefined) property.description = description;
  }
}

function members(schema: JsonSchema | undefined): [string, JsonSchema][] {
  return Object.entries(schema?.properties ?? {}).flatMap(([name, member]) =>
    typeof member === 'object' ? [[name, member]] : [],
  );
}

/** A member that only the answer has is read-only, one that only the request has is write-only. */
function markDirections(name: string, components: Readonly<Record<string, JsonSchema>>): void {
  const output = components[name];
  const input = components[`${name.replace(/Data$/, '')}Input`];
  if (output === undefined || input === undefined) return;
  for (const [member, property] of members(output)) if (!has(input, member)) property.readOnly = true;
  for (const [member, property] of members(input)) if (!has(output, member)) property.writeOnly = true;
}

function has(schema: JsonSchema, member: string): boolean {
  return Object.hasOwn(schema.properties ?? {}, member);
}
