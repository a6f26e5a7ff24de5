import type * as types from '@customer-contracts/types';
import * as z from 'zod';

import { DateTime } from './date-time.ts';
import { ResourceId } from './identifier.ts';
import { links } from './links.ts';
import type { NamedObject } from './named-object.ts';
import { openEnum } from './open-enum.ts';

const shape = {
  /** The id of the tag. */
  id: ResourceId.exactOptional(),
  /** The name, unique without regard to case: letters, digits, white space and `@ ~ - . _ +`. */
  name: z
    .string()
    .max(255)
    .regex(/^[@~\-.\w\s+]+$/),
  /** What the tag can be put on. */
  type: openEnum(['customer', 'kyc-document', 'aml-check']),
  /** When the tag was made. */
  createdTime: DateTime.exactOptional(),
  /** When the tag was last changed. */
  updatedTime: DateTime.exactOptional(),
  /** Links to related resources. */
  _links: links(['self']).exactOptional(),
};

/** The schema of {@link Tag}. */
export interface TagSchema extends NamedObject<typeof shape, z.core.$strip, types.Tag> {}
/** A tag of a customer. Read-only here: tags are changed through the API's `/tags` (Rebilly OpenAPI 2026-08, Tag). */
export const Tag: TagSchema = z.object(shape);
/** A tag of a customer. Read-only here: tags are changed through the API's `/tags`. */
export type Tag = types.Tag;
