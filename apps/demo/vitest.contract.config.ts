import { customerPactPlugin } from '@customer-contracts/pact/vitest';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [customerPactPlugin()],
  test: { include: ['contract/**/*.contract.ts'] },
});
