// The API for an app on a device or in a simulator: `node mobile-mock.ts`, then point the app at the address that it prints.
import { networkInterfaces } from 'node:os';

import { startEmulator } from '@customer-contracts/emulator';

const emulator = await startEmulator({
  hostname: '0.0.0.0',
  port: Number(process.env['PORT'] ?? 4010),
  database: process.env['DATABASE'] ?? ':memory:',
  credentials: [{ kind: 'apiKey', secret: 'app-key', organizations: ['acme'] }],
  customers: { count: 200, seed: 42 },
  // A train in a tunnel: one read in five takes two seconds.
  faults: [{ kind: 'latency', milliseconds: 2000, probability: 0.2, operations: ['getCustomer'] }],
});
const { port } = new URL(emulator.url);
const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
const own = addresses.filter(({ family, internal }) => family === 'IPv4' && !internal);
for (const { address } of own) console.log(`http://${address}:${port}/organizations/acme/customers`);
console.log(`Android emulator: http://10.0.2.2:${port}/organizations/acme/customers`);
