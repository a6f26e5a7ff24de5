import * as z from 'zod';

const Settings = z.object({
  SITE_BASE: z
    .string()
    .regex(/^\/(?:[\w.-]+\/)*$/, 'Begin and end it with a slash: /customer-contracts/.')
    .default('/'),
});

/** The path that the site is served below, `SITE_BASE`: `/` by default, `/customer-contracts/` for a project's page. */
export const base: string = Settings.parse(process.env).SITE_BASE;
