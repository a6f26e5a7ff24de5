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
