import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A fenced block of a Markdown file. */
export interface CodeBlock {
  /** The file, from the root of the repository. */
  readonly file: string;
  /** The line of the fence, from 1. */
  readonly line: number;
  /** What the fence says the block is: `ts`, `sh`, `json`. */
  readonly language: string;
  readonly code: string;
}

/** The root of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What readers follow: the READMEs, the skills, the pages and the guides. Decisions show what might have been, so they don't count. */
export const pages: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  '{packages,apps}/*/README.md',
  'packages/*/SKILL.md',
  'docs/*.md',
  'docs/guides/*.md',
]
  .flatMap((pattern) => globSync(pattern, { cwd: root }))
  .toSorted();

/** Every fenced block of these pages. */
export const codeBlocks: readonly CodeBlock[] = pages.flatMap((file) =>
  blocksOf(file, readFileSync(`${root}/${file}`, 'utf8')),
);

function blocksOf(file: string, markdown: string): CodeBlock[] {
  return [...markdown.matchAll(/^```(\w*)[^\n]*\n(.*?)^```$/gms)].map((match) => ({
    file,
    line: markdown.slice(0, match.index).split('\n').length,
    language: match[1] ?? '',
    code: match[2] ?? '',
  }));
}
