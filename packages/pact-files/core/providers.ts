import { createEmulator } from '@customer-contracts/emulator';
import * as z from 'zod';

import type { Told } from '../test/ecosystems/told.ts';
import { statesPath, type VerifiedFile } from './verified-files.ts';

type Provider = VerifiedFile['provider'];

/** A provider that answers what the tests of a consumer told their tool, one after the other, whatever is asked. */
export function exampleProvider(told: readonly Told[]): Provider {
  const left = [...told];
  return (request) => {
    if (new URL(request.url).pathname === statesPath) return Promise.resolve(Response.json({}));
    const { status = 500, gives = {}, answer } = left.shift() ?? {};
    const body = answer === undefined ? null : JSON.stringify(answer);
    return Promise.resolve(new Response(body, { status, headers: gives }));
  };
}

/**
 * The emulator. A request that authenticates as the contract does gets the key of the state that was set up for it, because
 * files before version 3 have no way to take it from there.
 */
export function emulatorProvider(): Provider {
  const emulator = createEmulator({
    providerStates: true,
    credentials: [{ kind: 'apiKey', secret: 'usual', organizations: ['usual'] }],
  });
  let apiKey = 'usual';
  return async (request) => {
    const isOfState = new URL(request.url).pathname === statesPath;
    const answer = await emulator.fetch(isOfState ? await stateIn(request) : withKey(request, apiKey));
    if (isOfState && answer.ok) apiKey = Setup.parse(await answer.clone().json()).apiKey ?? apiKey;
    return answer;
  };
}

/** A teardown gives nothing. */
const Setup = z.object({ apiKey: z.string().optional() });

/** An interaction without a state has an empty one. */
async function stateIn(request: Request): Promise<Request> {
  const change = z.looseObject({ state: z.string() }).parse(await request.json());
  const state = change.state === '' ? 'the organization is ready' : change.state;
  return new Request(request.url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...change, state }),
  });
}

function withKey(request: Request, apiKey: string): Request {
  const headers = new Headers(request.headers);
  const name = 'REB-APIKEY';
  if (headers.has(name)) headers.set(name, apiKey);
  return new Request(request, { headers });
}
