import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { root } from './code-blocks.ts';

const anchors = [...readFileSync(join(root, 'docs/api-decisions.md'), 'utf8').matchAll(/<a id="([^"]+)">/g)].map(
  ([, id]) => id,
);

const sources = globSync('{packages,apps}/*/**/*.{ts,tsx}', {
  cwd: root,
  exclude: (path) => /(?:^|\/)(?:node_modules|dist|\..*)$/.test(path),
}).toSorted();

/** What the comments of a source file say, each in one line. `packages/*` begins none. */
const commentsOf = (file: string): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?<![\w*])\/\*.*?\*\/|(?<=^|\s)\/\/[^\n]*/gs)].map(([comment]) =>
    comment.replaceAll(/\n\s*\* ?/g, ' '),
  );

const citations = sources.flatMap((file) => commentsOf(file).map((comment) => ({ file, comment })));

/** The pages and files that a comment names: any Markdown file, and paths from the root. */
const citedFiles =
  /(?<![\w@./:-])(?:[\w.-]+\/)*[\w.-]+\.md\b|(?<![\w@./:-])(?:docs|packages|apps|checks|tests)\/[\w./-]*\w/g;

test('every decision that a comment cites stands on the page', () => {
  const cited = citations.flatMap(({ file, comment }) =>
    [...comment.matchAll(/api-decisions\.md((?:,? ?#[\w-]+)*)/g)].flatMap(([, list = '']) =>
      list.split(/[, ]+/).map((anchor) => ({ file, anchor: anchor.slice(1) })),
    ),
  );
  expect(cited.length).toBeGreaterThan(0);
  expect(cited.filter(({ anchor }) => !anchors.includes(anchor))).toEqual([]);
});

test('the page has each anchor once', () => {
  expect(anchors.filter((anchor, index) => anchors.indexOf(anchor) !== index)).toEqual([]);
});

test('no comment cites a file that is not in the repository', () => {
  const missing = citations.flatMap(({ file, comment }) => {
    const home = file.split('/').slice(0, 2).join('/');
    const files = [...comment.matchAll(citedFiles)].map(([cited]) => cited);
    const notes = [...comment.matchAll(/\b[a-z]+-facts\b/g)].map(([cited]) => cited);
    return [
      ...files.filter((cited) => !existsSync(join(root, cited)) && !existsSync(join(root, home, cited))),
      ...notes,
    ].map((cited) => ({ file, cited }));
  });
  expect(missing).toEqual([]);
});
