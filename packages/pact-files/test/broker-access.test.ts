import { type BrokerAddress, brokerAccess, BrokerError } from '@customer-contracts/pact-files/internal';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const url = 'https://broker.example';
const names = ['BASE_URL', 'TOKEN', 'USERNAME', 'PASSWORD'] as const;

/** The environment has these settings, and no others of a broker. */
function stub(settings: Partial<Record<(typeof names)[number], string>>): void {
  for (const name of names) vi.stubEnv(`PACT_BROKER_${name}`, settings[name] ?? '');
}

beforeEach(() => {
  stub({});
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const nothing = { token: undefined, username: undefined, password: undefined };

test.each<readonly [string, Parameters<typeof stub>[0], BrokerAddress, object]>([
  ['the address that is given', { BASE_URL: 'http://other.example' }, { url }, { url, ...nothing }],
  ['the address of the environment', { BASE_URL: url }, {}, { url, ...nothing }],
  ['the token of the environment', { TOKEN: 'one' }, { url }, { url, ...nothing, token: 'one' }],
  [
    'user name and password of the environment',
    { USERNAME: 'ci', PASSWORD: 'secret' },
    { url },
    { url, token: undefined, username: 'ci', password: 'secret' },
  ],
  [
    'a token that is given',
    { USERNAME: 'ci', PASSWORD: 'x' },
    { url, token: 'one' },
    { url, ...nothing, token: 'one' },
  ],
  ['a user that is given', { TOKEN: 'one' }, { url, username: 'ci' }, { url, ...nothing, username: 'ci' }],
])('takes %s', (_, settings, given, access) => {
  stub(settings);
  expect(brokerAccess(given)).toMatchObject(access);
});

/** Whether an address is taken, as it is. */
function takes(address: string): boolean {
  try {
    return brokerAccess({ url: address }).url === address;
  } catch (error) {
    if (error instanceof BrokerError) return false;
    throw error;
  }
}

test.each(['http://127.0.0.1:9292', 'HTTPS://broker.example/path/', 'http://[::1]:9292/?a=b#c', 'http://a b', '', 'a'])(
  'takes %j as an address when URL does, over HTTP alone',
  (address) => {
    expect(takes(address)).toBe(URL.canParse(address));
  },
);

test.each([
  [{}, 'PACT_BROKER_BASE_URL is not set. Set it, or give the url of the broker.'],
  [
    { url: 'ftp://broker.example' },
    'its address is "ftp://broker.example". Give a URL that starts with http:// or https://.',
  ],
  [
    { url: 'https://ci:secret@broker.example' },
    'its address holds credentials. Set PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD instead.',
  ],
  [
    { url: 'https://token@broker.example' },
    'its address holds credentials. Set PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD instead.',
  ],
])('refuses %j', (given, problem) => {
  expect(() => brokerAccess(given)).toThrow(new BrokerError(`Failed to use the Pact Broker: ${problem}`, ''));
});

test('refuses a token beside a user name, both given or both of the environment', () => {
  const error = new BrokerError(
    `Failed to use the Pact Broker at ${url}: there are a token and a user name. Keep one.`,
    url,
  );
  expect(() => brokerAccess({ url, token: 'one', username: 'ci' })).toThrow(error);
  stub({ TOKEN: 'one', USERNAME: 'ci' });
  expect(() => brokerAccess({ url })).toThrow(error);
});
