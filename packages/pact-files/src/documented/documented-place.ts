import { readBeside, writtenBeside } from '@customer-contracts/schemas';
import * as z from 'zod';

import type { BodyPath } from '../document/pact-document.ts';
import { valuesAt } from '../document/values-at.ts';
import { JsonSchema } from '../json/json-schema.ts';
import { possibleValues } from '../json/possible-values.ts';
import { isUnconstrained, schemaNode } from '../json/schema-node.ts';

/** What an answer has that the API doesn't give. */
export interface Deviation {
  readonly path: BodyPath;
  /** A member that the API documents nowhere, one that is only written, or a value that the member can't have. */
  readonly kind: 'unknown' | 'write-only' | 'value';
  readonly message: string;
}

/** A place of the API's schema. */
export interface DocumentedPlace {
  /** The schema of what stands there, apart from null. */
  readonly schema: z.core.$ZodType;
  readonly isNullable: boolean;
  /** The schemas of the members of an object whose members the API names. */
  readonly members: ReadonlyMap<string, z.core.$ZodType> | undefined;
  /** The schema of the elements of a list. */
  readonly element: z.core.$ZodType | undefined;
}

/**
 * How a body differs from what the API gives, member by member. What it leaves out is nobody's business: a consumer reads
 * what it needs.
 */
export function deviations(schema: z.core.$ZodType, body: unknown): readonly Deviation[] {
  return issuesOf(partOf(schema), body).flatMap(({ issue, path }): readonly Deviation[] => {
    if (issue.code === 'unrecognized_keys') {
      const place = placeAt(schema, path);
      return issue.keys.map((name) => unknownMember(place?.schema, name, [...path, name]));
    }
    const isNull = valuesAt(body, path).some(({ value }) => value === null);
    return [{ path, kind: 'value', message: isNull ? 'The API never answers null here' : issue.message }];
  });
}

const parts = new WeakMap<z.core.$ZodType, z.core.$ZodType>();

/** The schema of any part of what fits a schema: members may be left out at every depth, and no other may be there. */
function partOf(schema: z.core.$ZodType): z.core.$ZodType {
  const part = parts.get(schema) ?? makePart(schema);
  parts.set(schema, part);
  return part;
}

function makePart(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional) return z.optional(partOf(schema.unwrap()));
  if (schema instanceof z.ZodNullable) return z.nullable(partOf(schema.unwrap()));
  if (schema instanceof z.ZodArray) return z.array(partOf(schema.element));
  if (!(schema instanceof z.ZodObject)) return documentedPart(schema);
  const members = Object.entries<z.core.$ZodType>(schema.shape);
  return z.strictObject(Object.fromEntries(members.map(([name, member]) => [name, z.optional(partOf(member))])));
}

/** The place of a schema that a path leads to; `undefined` where the API documents none, or leaves it to others. */
export function placeAt(schema: z.core.$ZodType, path: BodyPath): DocumentedPlace | undefined {
  const place = placeOf(schema);
  const [step, ...rest] = path;
  if (step === undefined) return place;
  const next = typeof step === 'number' || step === '*' || step === '[*]' ? place.element : place.members?.get(step);
  return next && placeAt(next, rest);
}

/** Of a list to which the API may add, what it documents today: a value beside it in an example is likely misspelt. */
function documentedPart(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodUnion
    ? (schema.options.find((option) => option instanceof z.ZodEnum) ?? schema)
    : schema;
}

const places = new WeakMap<z.core.$ZodType, DocumentedPlace>();

function placeOf(schema: z.core.$ZodType): DocumentedPlace {
  const place = places.get(schema) ?? layOut(schema, false);
  places.set(schema, place);
  return place;
}

function layOut(schema: z.core.$ZodType, isNullable: boolean): DocumentedPlace {
  if (schema instanceof z.ZodOptional) return layOut(schema.unwrap(), isNullable);
  if (schema instanceof z.ZodNullable) return layOut(schema.unwrap(), true);
  return {
    schema: documentedPart(schema),
    isNullable,
    members: schema instanceof z.ZodObject ? new Map(Object.entries<z.core.$ZodType>(schema.shape)) : undefined,
    element: schema instanceof z.ZodArray ? schema.element : undefined,
  };
}

/** The names of the members that the API gives for an object that is written, the read-only ones among them. */
export function readableMembers(written: z.core.$ZodType | undefined): readonly string[] {
  const read = written && readBeside(written);
  return read === undefined ? [] : Object.keys(read.shape);
}

function unknownMember(read: z.core.$ZodType | undefined, name: string, path: BodyPath): Deviation {
  const written = read && writtenBeside(read);
  return written !== undefined && Object.hasOwn(written.shape, name)
    ? { path, kind: 'write-only', message: 'The API takes it and never answers it' }
    : { path, kind: 'unknown', message: 'The API documents no such member' };
}

/** What the API documents for a place. */
export interface DocumentedValues {
  /** Those that tell rules apart; none where anything may stand. */
  readonly values: readonly unknown[];
  /** Whether there are any number of texts besides. */
  readonly isOpen: boolean;
}

const witnesses = new WeakMap<z.core.$ZodType, DocumentedValues>();

/** Values that the API documents for a place, null apart. */
export function documentedValues(schema: z.core.$ZodType): DocumentedValues {
  const values = witnesses.get(schema) ?? witnessesOf(schema);
  witnesses.set(schema, values);
  return values;
}

function witnessesOf(schema: z.core.$ZodType): DocumentedValues {
  if (schema instanceof z.ZodArray) return { values: [[], [{}]], isOpen: false };
  if (schema instanceof z.ZodObject || schema instanceof z.ZodRecord) return { values: [{}], isOpen: false };
  const json = JsonSchema.parse(z.toJSONSchema(schema, { io: 'input' }));
  const options = schemaNode(json).options.filter((option) => !isUnconstrained(option));
  return {
    values: options.flatMap((option) =>
      option.const === undefined ? possibleValues(option).map(({ value }) => value) : [option.const],
    ),
    isOpen: options.some(
      (option) => option.type === 'string' && option.const === undefined && option.enum === undefined,
    ),
  };
}

/** What a schema has against a value at one place. */
export interface PlacedIssue {
  readonly issue: z.core.$ZodIssue;
  readonly path: BodyPath;
}

/** What a schema has against a value: the first reason at each place, and members that it does not know. */
export function issuesOf(schema: z.core.$ZodType, value: unknown): readonly PlacedIssue[] {
  const placed = (z.safeParse(schema, value).error?.issues ?? []).map((issue) => ({
    issue,
    path: issue.path.map((step) => (typeof step === 'number' ? step : String(step))),
  }));
  const keyOf = ({ issue, path }: PlacedIssue) => JSON.stringify([path, issue.code === 'unrecognized_keys']);
  const firsts = new Set<string>();
  return placed.filter((each) => {
    const key = keyOf(each);
    const isFirst = !firsts.has(key);
    firsts.add(key);
    return isFirst;
  });
}
