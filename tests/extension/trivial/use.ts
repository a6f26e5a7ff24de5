import { createRequire } from 'node:module';

import { Greeting } from '@customer-contracts/schemas';

const emulator = createRequire(import.meta.resolve('@customer-contracts/emulator'));
console.log(Greeting.parse({ hello: 'world' }).hello);
console.log(emulator.resolve('@customer-contracts/schemas'));
