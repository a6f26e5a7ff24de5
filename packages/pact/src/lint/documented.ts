import * as schemas from '@customer-contracts/schemas';
import * as z from 'zod';

import { isList } from '../is-list.ts';
import { isRecord } from '../is-record.ts';
import type { BodyPath } from '../pact-files/pact-document.ts';

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
}

/**
 * How a body differs from what the API gives, member by member. What it leaves out is nobody's business: a consumer reads
 * what it needs.
 */
export function deviations(schema: z.core.$ZodType, value: unknown, path: BodyPath = []): readonly Deviation[] {
  const place = unwrap(schema);
  if (value === null && place.isNullable) return [];
  if (place.schema instanceof z.ZodObject && isRecord(value)) {
    const shape: Readonly<Record<string, z.core.$ZodType>> = place.schema.shape;
    return Object.entries(value).flatMap(([name, member]) => {
      const known = Object.hasOwn(shape, name) ? shape[name] : undefined;
      return known === undefined
        ? [unknownMember(place.schema, name, [...path, name])]
        : deviations(known, member, [...path, name]);
    });
  }
  if (place.schema instanceof z.ZodArray && isList(value)) {
    const { element } = place.schema;
    return value.flatMap((each, index) => deviations(element, each, [...path, index]));
  }
  const [issue] = z.safeParse(place.schema, value).error?.issues ?? [];
  if (issue === undefined) return [];
  const advice = value === null ? 'The API never answers null here' : issue.message;
  return [{ path, kind: 'value', message: advice }];
}

/** The place of a schema that a path leads to; `undefined` where the API documents none, or leaves it to others. */
export function placeAt(schema: z.core.$ZodType, path: BodyPath): DocumentedPlace | undefined {
  const place = unwrap(schema);
  const [step, ...rest] = path;
  if (step === undefined) return place;
  if (place.schema instanceof z.ZodArray)
    return typeof step === 'number' || step === '*' ? placeAt(place.schema.element, rest) : undefined;
  if (!(place.schema instanceof z.ZodObject)) return undefined;
  const shape: Readonly<Record<string, z.core.$ZodType>> = place.schema.shape;
  const member = Object.hasOwn(shape, step) ? shape[step] : undefined;
  return member && placeAt(member, rest);
}

/** The names of the members that the API gives for an object that is written, the read-only ones among them. */
export function readableMembers(input: z.core.$ZodType): readonly string[] {
  const [, view] = views.find(([written]) => written === input) ?? [];
  return view === undefined ? [] : Object.keys(view.shape);
}

function unknownMember(schema: z.core.$ZodType, name: string, path: BodyPath): Deviation {
  const [written] = views.find(([, read]) => read === schema) ?? [];
  return written !== undefined && Object.hasOwn(written.shape, name)
    ? { path, kind: 'write-only', message: 'The API takes it and never answers it' }
    : { path, kind: 'unknown', message: 'The API documents no such member' };
}

/** `CustomerInput` beside `Customer`, and so on: what is written beside what is read. */
const views: readonly (readonly [written: z.ZodObject, read: z.ZodObject])[] = Object.entries<unknown>(schemas).flatMap(
  ([name, written]) => {
    const read: unknown = Object.entries<unknown>(schemas).find(([each]) => `${each}Input` === name)?.[1];
    return written instanceof z.ZodObject && read instanceof z.ZodObject ? [[written, read] as const] : [];
  },
);

function unwrap(schema: z.core.$ZodType, isNullable = false): DocumentedPlace {
  if (schema instanceof z.ZodOptional) return unwrap(schema.unwrap(), isNullable);
  if (schema instanceof z.ZodNullable) return unwrap(schema.unwrap(), true);
  return { schema, isNullable };
}
