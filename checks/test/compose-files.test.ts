import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { composeProblems } from '../src/compose-files.ts';
import { root } from '../src/places.ts';

test('says what a compose file has that no compose file may have', () => {
  const folder = mkdtempSync(join(tmpdir(), 'compose-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'docs'));
  writeFileSync(
    join(folder, 'docs/compose.yaml'),
    'services: { broker: { image: a, heathcheck: { test: none } }, database: { image: b, healthcheck: { test: none } } }',
  );

  expect(composeProblems(folder)).toEqual(['docs/compose.yaml services.broker: Unrecognized key: "heathcheck"']);
});

test('finds nothing wrong with the compose files of the guides', () => {
  expect(composeProblems(root)).toEqual([]);
});
