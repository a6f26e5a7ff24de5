import * as z from 'zod';

const atom = "[\\w!#$%&'*+/=?^`{|}~-]+";
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const pattern = new RegExp(`^${atom}(?:\\.${atom})*@(?:${label}\\.)+${label}$`);

/**
 * An e-mail address, as validators judge `format: email`: words and dots before the `@`, a domain of two labels at least
 * behind it. They, and so this schema, refuse three forms that RFC 5321 has and nobody sends: a quoted name, an address in
 * brackets, and a domain of one label. zod's own `z.email()` refuses more, such as `o!reilly@example.com`.
 *
 * Source: Rebilly OpenAPI 2026-08, format `email`.
 */
export const Email: z.ZodEmail = z.email({ pattern });
