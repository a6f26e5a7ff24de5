import { expect, test } from 'vitest';

import { apiChangelog } from './api-changelog.ts';

test('the page of the changes says what the history says', async () => {
  await expect(await apiChangelog()).toMatchFileSnapshot('../api-changelog.md');
});
