import type * as types from '@customer-contracts/types';
import * as z from 'zod';

/**
 * The id of a resource in an answer: an opaque string of at most 50 characters.
 *
 * Ids made by the server have a prefix and 26 characters (`cus_0YV7DDSDD1C8DA64KHH2W33CPF`); customers may have any id
 * of your own. Never sort by id to get the order of creation.
 *
 * Source: Rebilly OpenAPI 2026-08, ResourceId.
 */
export const ResourceId: z.ZodString = z.string().max(50);
/** The id of a resource in an answer: an opaque string of at most 50 characters. */
export type ResourceId = types.ResourceId;

/**
 * An id that may be sent in a path: 1 to 50 ASCII letters, digits, `_`, `@`, `~`, `-` and `.`.
 *
 * Source: Rebilly OpenAPI 2026-08, path parameter `id`.
 */
export const PathId: z.ZodString = z
  .string()
  .max(50)
  .regex(/^[@~\-.\w]+$/, 'Must be 1 to 50 ASCII letters, digits, dots and _ @ ~ -');
/** An id that may be sent in a path: 1 to 50 ASCII letters, digits, `_`, `@`, `~`, `-` and `.`. */
export type PathId = types.PathId;
