import { join } from 'node:path';

import ts from 'typescript-5.9';

import type { PublishedPackage } from './packages.ts';

const printer = ts.createPrinter({ removeComments: true });

// A whole file has nothing above it: what `typeof import(...)` means.
const isTopLevel = (node: ts.Node): node is ts.Statement => !ts.isSourceFile(node) && ts.isSourceFile(node.parent);

/** The statement of a file that declares a symbol: `declare const` around the name of a constant. */
function statementsOf(symbol: ts.Symbol): ts.Statement[] {
  return (symbol.declarations ?? []).flatMap((declaration) => {
    const statement = ts.findAncestor<ts.Statement>(declaration, isTopLevel);
    return statement ? [statement] : [];
  });
}

/**
 * The public API of a package as text: what each entry exports, by name, with its declaration; and behind that the
 * declarations that these refer to without exporting them. Comments are left out. Each begins with a line
 * `// specifier name`.
 */
export function apiOf({ name, folder, entries }: PublishedPackage, root: string): string {
  const program = ts.createProgram(
    entries.map(({ file }) => join(root, file)),
    { strict: true, skipLibCheck: true, module: ts.ModuleKind.NodeNext, noLib: true, types: [] },
  );
  const checker = program.getTypeChecker();
  const declared = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

  const printed = new Map<ts.Statement, string>();
  const blocks: string[] = [];
  const waiting: ts.Statement[] = [];
  const print = (title: string, symbol: ts.Symbol): void => {
    const statements = statementsOf(symbol).filter((statement) => !printed.has(statement));
    for (const statement of statements) {
      printed.set(statement, title);
      waiting.push(statement);
    }
    const texts = statements.map((each) => printer.printNode(ts.EmitHint.Unspecified, each, each.getSourceFile()));
    if (texts.length > 0) blocks.push(`// ${title}\n${texts.join('\n')}\n`);
  };

  for (const { specifier, file } of entries) {
    const source = program.getSourceFile(join(root, file));
    const module = source && checker.getSymbolAtLocation(source);
    if (module === undefined)
      throw new Error(`Failed to read the API of ${specifier}: ${file} is no module. Build it.`);
    for (const symbol of checker.getExportsOfModule(module).toSorted(byName)) {
      print(`${specifier} ${symbol.name}`, declared(symbol));
    }
  }

  const exported = blocks.splice(0);
  const visit = (node: ts.Node): void => {
    const symbol = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node) : undefined;
    const target = symbol && declared(symbol);
    const file = target?.declarations?.[0]?.getSourceFile().fileName;
    if (target && file?.startsWith(join(root, folder, 'dist/'))) {
      const path = file.slice(join(root, folder, 'dist/').length).replace(/\.d\.ts$/, '');
      print(`${path} ${target.name}`, target);
    }
    ts.forEachChild(node, visit);
  };
  for (let statement = waiting.shift(); statement; statement = waiting.shift()) visit(statement);
  return [
    `// The public API of ${name}, written by \`pnpm api\`. What it refers to without exporting it stands behind.\n`,
    ...exported,
    ...blocks.toSorted(),
  ].join('\n');
}

const byName = (one: ts.Symbol, other: ts.Symbol): number => (one.name < other.name ? -1 : 1);
