import { customerPactPlugin } from '@customer-contracts/pact/vitest';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [customerPactPlugin()],
  // The tests share nothing but modules, which one process loads once: a quarter of the time.
  test: { include: ['contract/**/*.contract.ts'], isolate: false },
});
