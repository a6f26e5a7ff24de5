import { dirname, join } from 'node:path';

import type { Plugin } from 'rolldown';

import * as formatPatterns from '../src/plain/format-patterns.ts';
import * as tables from '../src/plain/tables.ts';
import * as promisedAnswers from '../src/shapes/promised-answers.ts';

/** What is evaluated when the package is built, by its file in `src`. */
const evaluated: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'plain/format-patterns.ts': formatPatterns,
  'plain/tables.ts': tables,
  'shapes/promised-answers.ts': promisedAnswers,
};

const withSchemas: ReadonlySet<string> = new Set(['./operations.ts', './provider-states.ts', './resources.ts']);

/** Puts the plain tables where modules ask for those with schemas, and their values where zod would make them. */
export const plainTables: Plugin = {
  name: 'plain-tables',
  resolveId(source, importer = '') {
    return withSchemas.has(source) ? join(dirname(importer), 'plain/tables.ts') : undefined;
  },
  load(id) {
    const [, file = ''] = /\/src\/([^/]+\/[^/]+)$/.exec(id) ?? [];
    const exported = evaluated[file];
    return exported && moduleOf(exported);
  },
};

/** A module that exports values. What is the same in several places is one object there. */
function moduleOf(exported: Readonly<Record<string, unknown>>): string {
  const names = new Map<object, string>();
  const namesByText = new Map<string, string>();
  const lines: string[] = [];
  const write = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
    const known = names.get(value);
    if (known !== undefined) return known;
    const text = Array.isArray(value)
      ? `[${value.map(write).join()}]`
      : `{${Object.entries(value)
          .map(([name, member]) => `${JSON.stringify(name)}:${write(member)}`)
          .join()}}`;
    const name = namesByText.get(text) ?? `v${namesByText.size}`;
    names.set(value, name);
    if (!namesByText.has(text)) lines.push(`const ${name}=${text};`);
    namesByText.set(text, name);
    return name;
  };
  const ends = Object.entries(exported).map(([name, value]) => `export const ${name}=${write(value)};`);
  return [...lines, ...ends].join('\n');
}
