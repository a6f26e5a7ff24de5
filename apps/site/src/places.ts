import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The folder of the site. */
export const site = fileURLToPath(new URL('..', import.meta.url));

/** What a build writes before VitePress reads it. Nothing in it is edited by hand. */
export const made = `${site}.site`;

/** What a build ends with. */
export const output = `${site}dist`;
