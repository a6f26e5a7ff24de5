import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { root } from './code-blocks.ts';

const page = readFileSync(join(root, 'docs/errors.md'), 'utf8');
const headings = [...page.matchAll(/^### (.+)$/gm)].map(([, heading = '']) => heading);

/** How the messages in a source begin, up to the colon; … is what is put in. */
function beginnings(source: string): readonly string[] {
  return [...source.matchAll(/(?<=(?<quote>["'`]))(?<!startsWith\(.)Failed to /g)].map(({ index, groups }) =>
    beginning(source.slice(index), groups?.['quote'] ?? ''),
  );
}

function beginning(text: string, quote: string): string {
  let depth = 0;
  let head = '';
  for (const character of text) {
    if (depth === 0 && (character === ':' || character === quote)) break;
    if (character === '{') depth += 1;
    if (depth === 0) head += character;
    if (character === '}') depth -= 1;
    if (depth === 0 && character === '}') head += '…';
  }
  return head.replaceAll('$', '').replaceAll(/…+/g, '…').trim();
}

test('the page has each message of the packages, and no other', () => {
  const sources = globSync('packages/*/src/**/*.ts', { cwd: root });
  const all = new Set(sources.flatMap((file) => beginnings(readFileSync(join(root, file), 'utf8'))));
  expect(headings.toSorted()).toEqual([...all].toSorted());
});

test('each heading of the page is followed by what it means', () => {
  expect(page).not.toMatch(/^### .+\n+(?:#|(?![\s\S]))/m);
});

test('the beginnings of messages are found, whatever is put in', () => {
  const source =
    "`Failed to read ${list.map(({ a }) => `${a}:`)}${b}: it is none.`; 'Failed to load'; x.startsWith('Failed to run')";
  expect(beginnings(source)).toEqual(['Failed to read …', 'Failed to load']);
});
