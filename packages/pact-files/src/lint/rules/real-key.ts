import { allValues, pathText } from '../../document/values-at.ts';
import { credentialHeaders, hasSecret } from '../../secrets.ts';
import type { CheckedRule } from '../lint-rule.ts';
import { reading } from '../pact-example.ts';

export const realKey: CheckedRule = {
  id: 'real-key',
  severity: 'error',
  explanation:
    'A pact is committed, published and read by other teams, so no key or token is in it. Send a placeholder, and let the verifier put the real one in its place: with `fromProviderState`, or as the harness of this package does by itself.',
  good: [reading()],
  // Put together here, so that nobody's scanner takes it for one.
  bad: [reading({ request: { headers: { 'REB-APIKEY': ['sk', 'sandbox', 'EXAMPLE7d1c9e2b4a6f'].join('_') } } })],
  check({ states, request, response }) {
    const { method, path, query, headers, body } = request;
    const whole = {
      request: { method, path, query, headers, body },
      response: { headers: response.headers, body: response.body },
      providerStates: states,
    };
    const isClean = !hasSecret(JSON.stringify(whole)) && ![headers, response.headers].some(hasRandomCredential);
    if (isClean) return [];
    return allValues(whole).flatMap(({ path: place, value }) => {
      const isCredential = place[1] === 'headers' && credentialHeaders.has(String(place[2]).toLowerCase());
      if (typeof value !== 'string' || !(hasSecret(value) || (isCredential && isRandom(value)))) return [];
      const message = 'This looks like a real key or token. Send a placeholder, and replace the key if it is one.';
      return [{ path: pathText(place), message }];
    });
  },
};

function hasRandomCredential(headers: Readonly<Record<string, string>>): boolean {
  return Object.keys(headers).some(
    (name) => credentialHeaders.has(name.toLowerCase()) && isRandom(headers[name] ?? ''),
  );
}

/** Long, with letters and digits, and nobody's word for a placeholder. */
function isRandom(credential: string): boolean {
  const value = credential.replace(/^\w+\s+/, '');
  const isNamed = /placeholder|example|dummy|fake|test|your|secret|xxx|\$\{/i.test(value);
  return value.length >= 16 && /\d/.test(value) && /[a-z]/i.test(value) && !isNamed;
}
