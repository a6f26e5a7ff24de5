import { expect, test } from 'vitest';

import { lintRulesPage } from './lint-rules-page.ts';

test('the page of the lint rules says what the rules say', async () => {
  await expect(lintRulesPage()).toMatchFileSnapshot('../lint-rules.md');
});
