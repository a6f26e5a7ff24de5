import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { expect, test } from 'vitest';

const shipped = createRequire(import.meta.url).resolve('@customer-contracts/pact-files/lint-rules.md');

test('the page of the lint rules says what the rules say, as the page in the package does', async () => {
  const page = readFileSync(shipped, 'utf8').replaceAll('(README.md', '(../packages/pact-files/README.md');

  await expect(page).toMatchFileSnapshot('../lint-rules.md');
});
