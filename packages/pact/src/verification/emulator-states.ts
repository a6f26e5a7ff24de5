import { proxyFor } from '@customer-contracts/pact-files/internal';
import * as z from 'zod';

import { ourArranger, type StateArranger } from './provider-state-handlers.ts';

const Values = z.record(z.string(), z.unknown());

/**
 * Lets the emulator bring its own states about: `states: emulatorStates({ url: emulator.url })`. The emulator must have
 * been started with `providerStates: true`.
 */
export function emulatorStates({ url }: { readonly url: string }): StateArranger {
  return ourArranger('emulator', async ({ sentence: state, action, parameters, earlier }) => {
    const { organizationId } = earlier;
    const isTogether = action === 'setup' && organizationId !== undefined;
    const params = isTogether ? { ...parameters, organizationId } : parameters;
    const response = await fetch(`${url.replace(/\/$/, '')}/_provider-states`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ state, action, params }),
    }).catch((cause: unknown) => {
      throw new Error(`The emulator can't be reached at ${url}. Check the URL and that it runs.${proxyNote(url)}`, {
        cause,
      });
    });
    if (response.status === 404) {
      throw new Error(
        `The emulator at ${url} takes no provider states. Start it with --provider-states, or providerStates: true.`,
      );
    }
    const text = await response.text();
    if (!response.ok) throw new Error(`The emulator answered ${response.status}: ${text}${proxyNote(url)}`);
    return Values.parse(JSON.parse(text));
  });
}

/** What may stand between, where Node is told to go through a proxy. */
function proxyNote(url: string): string {
  const proxy = process.env['NODE_USE_ENV_PROXY'] ? proxyFor(url) : undefined;
  return proxy === undefined ? '' : ` Node goes through the proxy of ${proxy.variable}: name the emulator in NO_PROXY.`;
}
