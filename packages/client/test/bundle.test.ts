import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';

test('is under 16 kB gzipped with its schemas, without zod', async () => {
  await using bundle = await rolldown({
    input: fileURLToPath(import.meta.resolve('@customer-contracts/client')),
    platform: 'browser',
    external: ['zod'],
  });
  const { output } = await bundle.generate({ minify: true });
  const code = output.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
  expect(code).toContain('REB-APIKEY');
  expect(gzipSync(code).length).toBeLessThan(16_000);
});

test('the guard is under 4,096 bytes gzipped without the promises, which are 3.3 kB more', async () => {
  const sizeOf = async (external: readonly (string | RegExp)[]) => {
    await using bundle = await rolldown({
      input: fileURLToPath(import.meta.resolve('@customer-contracts/client/guard')),
      platform: 'browser',
      external: [...external],
    });
    const { output } = await bundle.generate({ minify: true });
    const code = output.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
    expect(code).not.toContain('zod');
    return gzipSync(code).length;
  };
  const alone = await sizeOf([/\/promised-answers\.js$/]);
  expect(alone).toBeLessThanOrEqual(4096);
  expect((await sizeOf([])) - alone).toBeLessThan(3300);
});
