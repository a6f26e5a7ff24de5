// Contract tests alone, by their folder: npx vitest run --config vitest.contract.config.ts
// Leave the folder out of your other configuration: test: { exclude: [...configDefaults.exclude, 'contract/**'] }
import { customerPactPlugin } from '@customer-contracts/pact/vitest';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [customerPactPlugin()],
  test: { include: ['contract/**/*.test.ts'] },
});
