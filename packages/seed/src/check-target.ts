import { PathId, servers } from '@customer-contracts/schemas';
import { shown } from '@customer-contracts/schemas/internal';

import { HostRefusedError, SeedOptionError } from './seed-error.ts';
import { isThisMachine, loopback } from './this-machine.ts';

/** Where customers go. */
export interface Target {
  /** The URL that the paths of the API begin with. */
  readonly server: string;
  /** The host, without its port. */
  readonly host: string;
  /** The organization in words: its id, or that it is the key's own. */
  readonly organization: string;
  /** Whether it is Rebilly's own sandbox, whose allowance of writes is known. */
  readonly isSandbox: boolean;
}

/** In the place of an id where the URL names none. */
export const ownOrganization = "the API key's own organization";

const sandbox = new URL(servers.sandbox).hostname;
const live = new URL(servers.live).hostname;

/** What beside the sandbox and this machine may be written to, and how. */
export interface Allowed {
  readonly hosts: readonly string[];
  /** Whether the API key may go over plain http to another host than this machine. */
  readonly isPlainHttp: boolean;
}

/**
 * Checks that the host of a server is exactly Rebilly's sandbox, this machine, or one of those allowed.
 *
 * @throws {HostRefusedError} when it is none of them, and always for Rebilly's live host.
 * @throws {SeedOptionError} when it is no URL of an API.
 */
export function checkTarget(to: string, { hosts, isPlainHttp }: Allowed): Target {
  const url = URL.parse(to);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
    throw new SeedOptionError({
      option: 'to',
      received: 'to is no http(s) URL without credentials, query and fragment',
      advice: 'Give one such as http://127.0.0.1:4010/organizations/demo.',
    });
  }
  const host = hostName(url.hostname);
  if (host === live) {
    const advice = `Seed the sandbox, ${sandbox}, or the emulator. There is no flag for the live host.`;
    throw new HostRefusedError(host, 'it is the live one', advice);
  }
  const isLocal = isThisMachine(host);
  if (!isLocal && host !== sandbox && !hosts.some((allowed) => hostName(allowed) === host)) {
    const known = [sandbox, ...loopback].join(', ');
    throw new HostRefusedError(host, `it is none of ${known}`, `If it holds test data only: --allow-host ${host}.`);
  }
  if (!isLocal && url.protocol === 'http:' && (host === sandbox || !isPlainHttp)) {
    const advice = host === sandbox ? 'Use https.' : 'Use https, or say that nobody listens there: --allow-http.';
    throw new HostRefusedError(host, 'http would show the API key to the network', advice);
  }
  const [, organization] = /\/organizations\/([^/]+)\/*$/.exec(url.pathname) ?? [];
  if (organization !== undefined && !PathId.safeParse(organization).success) {
    throw new SeedOptionError({
      option: 'to',
      received: `the organization of to is ${shown(organization)}`,
      advice: 'Give its id: 1 to 50 ASCII letters, digits, dots and _ @ ~ -.',
    });
  }
  return {
    server: url.href,
    host,
    organization: organization ?? ownOrganization,
    isSandbox: host === sandbox,
  };
}

/** As a URL writes it. A dot at the end is another way to write the same host. */
function hostName(name: string): string {
  return name.toLowerCase().replace(/\.+$/, '');
}
