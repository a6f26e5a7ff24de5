import { defineConfig } from 'vitest/config';

// Tests that are about mutations alone. No plugin: they write no pact.
export default defineConfig({ test: { include: ['mutations/**/*.contract.ts'] } });
