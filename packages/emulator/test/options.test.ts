import { createEmulator, EmulatorError, startEmulator, type StartOptions } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

const names =
  'database, credentials, providerStates, customers, readOnly, rateLimit, faults, valueLists, clock, random, log';
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
  [{ databse: 'a.db' }, 'databse', `there is no option databse. Choose from ${names}, port, hostname.`],
  [{ providerState: true }, 'providerState', `there is no option providerState. Choose from ${names}, port, hostname.`],
  [{ port: 99_999 }, 'port', 'the option port is 99999. Give a port from 0 to 65535.'],
  [{ database: undefined, port: -1 }, 'port', 'the option port is -1. Give a port from 0 to 65535.'],
  [{ port: '80' }, 'port', 'the option port is "80". Give a port from 0 to 65535.'],
  [{ hostname: '' }, 'hostname', 'the option hostname is "". Give an address, such as 127.0.0.1.'],
  [{ database: 1 }, 'database', "the option database is 1. Give the path of a file, or ':memory:'."],
  [{ readOnly: 'yes' }, 'readOnly', 'the option readOnly is "yes". Give true or false.'],
  [{ customers: 5 }, 'customers', 'the option customers is 5. Give { count, seed }, two whole numbers.'],
  [
    { customers: { count: -1, seed: 1 } },
    'customers.count',
    'the option customers.count is -1. Give { count, seed }, two whole numbers.',
  ],
  [
    { customers: { count: 1 } },
    'customers.seed',
    'the option customers.seed is absent. Give { count, seed }, two whole numbers.',
  ],
  [
    { customers: { count: 1, seed: -1 } },
    'customers.seed',
    'the option customers.seed is -1. Give a whole number from 0 to 9007199254740991.',
  ],
  [
    { rateLimit: true },
    'rateLimit',
    'the option rateLimit is true. Give { limit, windowSeconds }, two whole numbers, or false.',
  ],
  [{ clock: new Date(0) }, 'clock', 'the option clock is an object. Give a function that returns a Date.'],
  [{ valueLists: { a: 'b' } }, 'valueLists.a', 'the option valueLists.a is "b". Give lists of strings by name.'],
  [
    { faults: [{ kind: 'nope' }] },
    'faults.0.kind',
    `the option faults.0.kind is "nope". Invalid discriminator value. Expected ${kinds}.`,
  ],
  [{ faults: [{ kind: 'drop', x: 1 }] }, 'faults.0', 'the option faults.0 is an object. Unrecognized key: "x".'],
  [
    { credentials: 'very-secret' },
    'credentials',
    'the option credentials is a string. Give a list of { kind, secret, organizations }.',
  ],
  [
    { credentials: ['very-secret'] },
    'credentials.0',
    'the option credentials.0 is a string. Give { kind, secret, organizations }.',
  ],
  [
    { credentials: [{ ...key, kind: 'very-secret' }] },
    'credentials.0.kind',
    'the option credentials.0.kind is a string. Give apiKey, jwt or applicationJwt.',
  ],
  [
    { credentials: [{ ...key, organizations: ['a b'] }] },
    'credentials.0.organizations.0',
    'the option credentials.0.organizations.0 is a string. An id is 1 to 50 ASCII letters, digits, dots and _ @ ~ -.',
  ],
  [null, '', 'the argument is null. Give an object of options.'],
])('startEmulator refuses %j', async (options, subject, what) => {
  const error = await refusalOf(options);
  expect(error).toBeInstanceOf(EmulatorError);
  expect(error).toMatchObject({ message: `Failed to start the emulator: ${what}`, subject });
});

test('createEmulator has no port', () => {
  const options: StartOptions = { port: 80 };
  expect(() => createEmulator(options)).toThrow(
    `Failed to start the emulator: there is no option port. Choose from ${names}.`,
  );
});
