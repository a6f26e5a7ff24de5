import * as z from 'zod';

/** A list of links to related resources. `Relation` is the closed list of `rel` values of one resource. */
export type Links<Relation extends string> = z.ZodArray<
  z.ZodObject<{
    /** Where the related resource is. No format is promised. */
    href: z.ZodOptional<z.ZodString>;
    /** How it is related. Look links up by it; the first one wins. */
    rel: z.ZodOptional<z.ZodEnum<{ [R in Relation]: R }>>;
  }>
>;

/**
 * The schema of a `_links` member with these relations. A link is `{ href, rel }`, not a HAL object; nothing in it is
 * required (Rebilly OpenAPI 2026-08).
 */
export function links<const Relation extends string>(relations: readonly Relation[]): Links<Relation> {
  return z.array(z.object({ href: z.string().optional(), rel: z.enum(relations).optional() }));
}
