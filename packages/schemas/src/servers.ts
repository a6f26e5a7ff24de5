/**
 * Rebilly's two hosts. Each answers under `/organizations/{organizationId}`, and, as in 2022, without that prefix for
 * the caller's default organization.
 */
export const servers = {
  sandbox: 'https://api-sandbox.rebilly.com',
  live: 'https://api.rebilly.com',
} as const;

/** The name of one of Rebilly's hosts. */
export type ServerName = keyof typeof servers;
