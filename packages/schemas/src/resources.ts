import type * as z from 'zod';

import { Customer, CustomerInput } from './customer.ts';
import { LeadSource, LeadSourceInput } from './lead-source.ts';

/** What the API reads and writes under one name. */
export interface Resource {
  /** The schema of what is read. */
  readonly schema: z.ZodObject;
  /** The schema of what is written; `undefined` where nobody writes it. */
  readonly input: z.ZodObject | undefined;
  /** The path template of one, which `Location` and links name. */
  readonly path: `/customers${string}`;
  /** The members of the input that work only once: a request that has one can't be repeated. */
  readonly singleUse: readonly string[];
  /** Whether lists of it are filtered and sorted by `filterFields` and `sortFields`. */
  readonly isFilterable: boolean;
}

/** The resources that answers hold and bodies write. The table of operations names them. */
export const resources = {
  customer: {
    schema: Customer,
    input: CustomerInput,
    path: '/customers/{id}',
    singleUse: ['paymentToken'],
    isFilterable: true,
  },
  leadSource: {
    schema: LeadSource,
    input: LeadSourceInput,
    path: '/customers/{id}/lead-source',
    singleUse: [],
    isFilterable: false,
  },
} as const satisfies Record<string, Resource>;

/** The name of a resource. */
export type ResourceName = keyof typeof resources;

/** The members that are written and read under the same name; the others are write-only, or read-only. */
export function writableMembers(resource: ResourceName): ReadonlySet<string> {
  const { schema, input }: Resource = resources[resource];
  return new Set(Object.keys(input?.shape ?? {}).filter((name) => Object.hasOwn(schema.shape, name)));
}
