import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { expect, test } from 'vitest';

const manifest = createRequire(import.meta.url).resolve('@customer-contracts/pact-files/package.json');
const shipped = join(dirname(manifest), 'lint-rules.md');

test('the page of the lint rules says what the rules say, as the page in the package does', async () => {
  const page = readFileSync(shipped, 'utf8').replaceAll('(README.md', '(../packages/pact-files/README.md');

  await expect(page).toMatchFileSnapshot('../lint-rules.md');
});
