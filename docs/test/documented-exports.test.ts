import { join } from 'node:path';

import { publishedPackages } from '@customer-contracts/checks/packages';
import ts from 'typescript-5.9';
import { expect, test } from 'vitest';

import { root } from './code-blocks.ts';

const entries = publishedPackages(root).flatMap((each) => each.entries.map(({ file }) => join(root, file)));

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

/** Whose types users write and read in their own code. */
const written = entries.filter((entry) => /packages\/(?:types|schemas|fixtures|client)\//.test(entry));

test.each(written.map((entry) => [entry.slice(root.length), entry]))(
  '%s documents each member and option of what it exports',
  (_, entry) => {
    const source = program.getSourceFile(entry);
    const module = source && checker.getSymbolAtLocation(source);
    const exported = module === undefined ? [] : checker.getExportsOfModule(module);
    const silent = exported.flatMap((symbol) => {
      const declared = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      return (declared.declarations ?? []).flatMap(membersOf).flatMap(({ name }) => {
        const member = name && checker.getSymbolAtLocation(name);
        // `#private` is how a declaration says that there is more.
        const isSaid = member === undefined || self.has(member.name) || name?.getText() === '#private';
        return isSaid || member.getDocumentationComment(checker).length > 0 ? [] : [`${symbol.name}.${member.name}`];
      });
    });
    expect(silent).toEqual([]);
  },
);

/** Members that say themselves what they are: of errors, and what tells the kinds of a union apart. */
const self = new Set(['name', 'kind']);

function membersOf(declaration: ts.Declaration): readonly ts.NamedDeclaration[] {
  if (ts.isInterfaceDeclaration(declaration) || ts.isClassDeclaration(declaration)) return [...declaration.members];
  const isLiteral = ts.isTypeAliasDeclaration(declaration) && ts.isTypeLiteralNode(declaration.type);
  return isLiteral ? [...declaration.type.members] : [];
}
