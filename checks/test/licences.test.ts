import { expect, test } from 'vitest';

import { forbiddenLicences } from '../src/licences.ts';

test('names each dependency whose licence is not allowed', () => {
  const printed = { MIT: [{ name: 'hono' }], 'GPL-3.0-only': [{ name: 'a' }, { name: 'b' }], Unknown: [{ name: 'c' }] };
  expect(forbiddenLicences(JSON.stringify(printed))).toEqual([
    'a has the licence GPL-3.0-only, which is not allowed.',
    'b has the licence GPL-3.0-only, which is not allowed.',
    'c has the licence Unknown, which is not allowed.',
  ]);
  expect(forbiddenLicences('{ "MIT": [{ "name": "hono" }], "ISC": [] }')).toEqual([]);
});

test('does not take nothing for good', () => {
  expect(forbiddenLicences('{}')).toEqual(['pnpm found no production dependency. Install them: pnpm install.']);
});
