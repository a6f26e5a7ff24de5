import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

import { Greeting } from '@customer-contracts/schemas';

assert.deepEqual(Greeting.parse({ hello: 'world' }), { hello: 'world' });

// The copy of a package requires the copies of the others.
const emulator = createRequire(import.meta.resolve('@customer-contracts/emulator'));
assert.equal(
  emulator.resolve('@customer-contracts/schemas'),
  new URL('../../../packages/schemas/dist/cjs/index.js', import.meta.url).pathname,
);
