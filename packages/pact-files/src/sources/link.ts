import * as z from 'zod';

/** A link of a Pact Broker's answer (HAL). */
export const Link = z.object({ href: z.string() });
/** A link of a Pact Broker's answer (HAL). */
export type Link = z.infer<typeof Link>;

/** The address of a link that is a template with the provider's name in it. */
export function hrefFor({ href }: Link, provider: string): string {
  return href.replace('{provider}', encodeURIComponent(provider));
}
