import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import ts from 'typescript-5.9';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { root } from './code-blocks.ts';

const Manifest = z.object({ exports: z.record(z.string(), z.union([z.string(), z.object({ types: z.string() })])) });

const entries = globSync('packages/*/package.json', { cwd: root }).flatMap((file) => {
  const { exports } = Manifest.parse(JSON.parse(readFileSync(join(root, file), 'utf8')));
  return Object.values(exports).flatMap((each) =>
    typeof each === 'string' ? [] : [join(root, file, '..', each.types)],
  );
});

const program = ts.createProgram(entries, {
  strict: true,
  skipLibCheck: true,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
});
const checker = program.getTypeChecker();

test.each(entries.map((entry) => [entry.slice(root.length), entry]))('%s documents all that it exports', (_, entry) => {
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  const exported = module === undefined ? [] : checker.getExportsOfModule(module);
  expect(exported.length).toBeGreaterThan(0);
  const silent = exported.filter((symbol) => {
    const declared = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return declared.getDocumentationComment(checker).length === 0;
  });
  expect(silent.map(({ name }) => name)).toEqual([]);
});
