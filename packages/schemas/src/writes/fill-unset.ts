import * as z from 'zod';

import { isOptional } from '../optional.ts';
import type { Unset } from './unset.ts';

/**
 * A resource as an answer has it, at every depth: the members of the schema in its order, and nothing else. What is unset
 * has its default where the schema names one, is null where it may be, and is left out otherwise.
 *
 * Nothing is validated, so that a write costs no second parse.
 *
 * Source: docs/api-decisions.md#q35; defaults, docs/api-decisions.md#q3.
 */
export function fillUnset<Resource>(schema: z.ZodType<Resource>, resource: Unset<Resource>): Resource {
  const fill = known.get(schema) ?? fillOf(schema);
  known.set(schema, fill);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- It adds only what the schema itself accepts.
  return fill(resource) as Resource;
}

type Fill = (value: unknown) => unknown;

/** Schemas are read once: asking zod what may be null costs more than the rest of a write. */
const known = new WeakMap<z.ZodType, Fill>();

const asItIs: Fill = (value) => value;

function fillOf(schema: z.core.$ZodType): Fill {
  if (isOptional(schema) || schema instanceof z.ZodNullable) return fillOf(schema.unwrap());
  if (schema instanceof z.ZodArray) {
    const fill = fillOf(schema.element);
    return (value) => (Array.isArray(value) ? value.map((item) => fill(item)) : value);
  }
  if (!(schema instanceof z.ZodObject)) return asItIs;
  const members = Object.entries<z.core.$ZodType>(schema.shape).map(([name, member]) => ({
    name,
    fill: fillOf(member),
    unset: unsetOf(member),
  }));
  return (value) => {
    if (!isObject(value)) return value;
    const filled: Record<string, unknown> = {};
    for (const { name, fill, unset } of members) {
      const member = value[name] === undefined ? unset() : fill(value[name]);
      if (member !== undefined) filled[name] = member;
    }
    return filled;
  };
}

/** Makes what an unset member is answered as; `undefined` for one that is left out. */
function unsetOf(member: z.core.$ZodType): () => unknown {
  const fallback = isOptional(member) ? z.globalRegistry.get(member.unwrap())?.['default'] : undefined;
  if (fallback !== undefined) {
    // A copy each time: the answer is the caller's, the default is the schema's.
    const text = JSON.stringify(fallback);
    return (): unknown => JSON.parse(text);
  }
  return z.safeParse(member, null).success ? () => null : () => undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
