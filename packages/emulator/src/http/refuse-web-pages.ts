import * as z from 'zod';

import type { Incoming } from './incoming.ts';
import { Refusal } from './refusal.ts';

/**
 * Refuses what a web page makes a browser send to the emulator's own endpoints, which need no key or do more than a key is
 * for. A page of any origin can send a request, though not read the answer.
 *
 * @throws {Refusal} with 403.
 */
export function refuseWebPages(request: Incoming): void {
  const site = request.header('sec-fetch-site') ?? 'none';
  if (request.header('origin') === undefined && site === 'none') return;
  throw new Refusal(403, `A web page may not use ${request.path}.`);
}

/**
 * Refuses what a page can send that is taken for one of the emulator's own, since its name was made to lead here (DNS
 * rebinding): it asks a host of that name. And whatever isn't JSON, which no page can send without being asked for its origin.
 *
 * @throws {Refusal} with 403 or 415.
 */
export function refuseStrangers(request: Incoming): void {
  const host = request.header('host') ?? '';
  if (!isNear(host)) {
    throw new Refusal(403, `${request.path} is not for the host ${host}. Ask an address, or a name without dots.`);
  }
  if ((request.method === 'POST' || request.method === 'PUT') && !json.test(request.header('content-type') ?? '')) {
    throw new Refusal(415, `${request.path} takes JSON. Send it with Content-Type: application/json.`);
  }
}

const json = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;

const address = z.union([z.ipv4(), z.ipv6()]);

/** Whether it is a host that no public name can lead to: an address, or a name in a local network or on this machine. */
function isNear(host: string): boolean {
  const name = host.replace(/:\d*$/, '').replace(/^\[(.*)\]$/, '$1');
  return address.safeParse(name).success || !name.includes('.') || /\.(?:localhost|local|internal)$/i.test(name);
}
