// Contract tests as a project beside the others: npx vitest run --project contract
import { customerPactPlugin } from '@customer-contracts/pact/vitest';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['src/**/*.test.ts'] } },
      {
        // All contract tests are in this project, so a run of it alone is a whole one.
        plugins: [customerPactPlugin({ allowRemoval: true })],
        test: { name: 'contract', include: ['contract/**/*.test.ts'] },
      },
    ],
  },
});
