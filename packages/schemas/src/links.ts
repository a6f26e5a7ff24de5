import * as z from 'zod';

import { openEnum, type OpenEnum } from './open-enum.ts';

/** A list of links to related resources. `Relation` are the `rel` values that the API documents for one resource. */
export type Links<Relation extends string> = z.ZodArray<
  z.ZodObject<{
    href: z.ZodExactOptional<z.ZodString>;
    rel: z.ZodExactOptional<OpenEnum<Relation>>;
  }>
>;

/**
 * The schema of a `_links` member with these relations. A link is `{ href, rel }`, not a HAL object; nothing in it is
 * required (Rebilly OpenAPI 2026-08).
 */
export function links<const Relation extends string>(relations: readonly Relation[]): Links<Relation> {
  const linkShape = {
    /** Where the related resource is. No format is promised. */
    href: z.string().exactOptional(),
    /** How it is related. Look links up by it; the first one wins. */
    rel: openEnum(relations).exactOptional(),
  };
  return z.array(z.object(linkShape));
}
