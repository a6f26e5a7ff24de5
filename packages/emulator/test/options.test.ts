import { createEmulator, EmulatorError, startEmulator, type StartOptions } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

const names =
  'database, databaseLimit, credentials, providerStates, customers, readOnly, rateLimit, faults, valueLists, cors, admin, clock, random, log';
const kinds = "'latency' | 'rateLimit' | 'error' | 'drop' | 'half' | 'garbage'";
const key = { kind: 'apiKey', secret: 'very-secret', organizations: ['demo'] };

/** As a caller without types gives them: what startEmulator throws. */
async function refusalOf(options: unknown): Promise<unknown> {
  try {
    return await Reflect.apply(startEmulator, undefined, [options]);
  } catch (error) {
    return error;
  }
}

test.each([
  [{ databse: 'a.db' }, 'databse', 'there is no option databse. Did you mean database?'],
  [{ providerState: true }, 'providerState', 'there is no option providerState. Did you mean providerStates?'],
  [{ port: 99_999 }, 'port', 'port is 99999. Give a port from 0 to 65535.'],
  [{ database: undefined, port: -1 }, 'port', 'port is -1. Give a port from 0 to 65535.'],
  [{ port: '80' }, 'port', 'port is "80". Give a port from 0 to 65535.'],
  [{ hostname: '' }, 'hostname', 'hostname is "". Give an address, such as 127.0.0.1.'],
  [{ database: 1 }, 'database', "database is 1. Give the path of a file, or ':memory:'."],
  [{ readOnly: 'yes' }, 'readOnly', 'readOnly is "yes". Give true or false.'],
  [{ customers: 5 }, 'customers', 'customers is 5. Give { count, seed }, two whole numbers.'],
  [
    { customers: { count: -1, seed: 1 } },
    'customers.count',
    'customers.count is -1. Give { count, seed }, two whole numbers.',
  ],
  [{ customers: { count: 1 } }, 'customers.seed', 'customers.seed is absent. Give { count, seed }, two whole numbers.'],
  [
    { customers: { count: 1, seed: -1 } },
    'customers.seed',
    'customers.seed is -1. Give a whole number from 0 to 9007199254740991.',
  ],
  [{ rateLimit: true }, 'rateLimit', 'rateLimit is true. Give { limit, windowSeconds }, two whole numbers, or false.'],
  [{ databaseLimit: 0 }, 'databaseLimit', 'databaseLimit is 0. Give megabytes, a whole number of 1 and more.'],
  [
    { cors: 'https://app.example.com' },
    'cors',
    `cors is "https://app.example.com". Give true, false, or a list of origins such as 'https://app.example.com'.`,
  ],
  [
    { cors: ['https://app.example.com/'] },
    'cors',
    `cors is ["https://app.example.com/"]. Give true, false, or a list of origins such as 'https://app.example.com'.`,
  ],
  [{ clock: new Date(0) }, 'clock', 'clock is a Date. Give a function that returns a Date.'],
  [{ valueLists: { a: 'b' } }, 'valueLists.a', 'valueLists.a is "b". Give lists of strings by name.'],
  [
    { faults: [{ kind: 'nope' }] },
    'faults.0.kind',
    `faults.0.kind is "nope". Invalid discriminator value. Expected ${kinds}.`,
  ],
  [
    { faults: [{ kind: 'drop', applid: true }] },
    'faults.0.applid',
    'there is no option faults.0.applid. Did you mean faults.0.applied?',
  ],
  [{ verbose: true }, 'verbose', `there is no option verbose. Choose from ${names}, port, hostname.`],
  [
    { credentials: 'very-secret' },
    'credentials',
    'credentials is a string. Give a list of { kind, secret, organizations }.',
  ],
  [
    { credentials: ['very-secret'] },
    'credentials.0',
    'credentials.0 is a string. Give { kind, secret, organizations }.',
  ],
  [
    { credentials: [{ ...key, kind: 'very-secret' }] },
    'credentials.0.kind',
    'credentials.0.kind is a string. Give apiKey, jwt or applicationJwt.',
  ],
  [
    { credentials: [{ ...key, organizations: ['a b'] }] },
    'credentials.0.organizations.0',
    'credentials.0.organizations.0 is a string. An id is 1 to 50 ASCII letters, digits, dots and _ @ ~ -.',
  ],
  [null, '', 'the options are null. Give an object of options.'],
  [[4010], '', 'the options are a list. Give an object of options.'],
  ['very-secret', '', 'the options are a string. Give an object of options.'],
])('startEmulator refuses %j', async (options, subject, what) => {
  const error = await refusalOf(options);
  expect(error).toBeInstanceOf(EmulatorError);
  expect(error).toMatchObject({ message: `Failed to start the emulator: ${what}`, subject });
});

test('createEmulator has no port', () => {
  const options: StartOptions = { hostname: 'localhost' };
  expect(() => createEmulator(options)).toThrow(
    `Failed to start the emulator: there is no option hostname. Choose from ${names}.`,
  );
});
