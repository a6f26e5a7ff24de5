import ts from 'typescript';

/** What an example of a page may import and still run there: nothing of Node, no file, no server. */
const inPages = [
  'zod',
  '@customer-contracts/types',
  /^@customer-contracts\/schemas(?:\/(?:plain|promised|history|evidence))?$/,
  /^@customer-contracts\/fixtures(?:\/locales(?:\/[\w-]+)?)?$/,
  '@customer-contracts/pact-files/browser',
  '@customer-contracts/emulator/browser',
];

/**
 * The module of an example that can run in a page: its imports, and the rest as a function that prints to the console that it is handed. `undefined` when it imports
 * what a page doesn't have, shows nothing, or is itself a module for others.
 */
export function exampleModule(code: string): string | undefined {
  if (!code.includes('console.log(')) return undefined;
  const file = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2024, true);
  const imports = file.statements.filter(ts.isImportDeclaration);
  const isHere = imports.every(({ moduleSpecifier }) => {
    const name = ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : '';
    return inPages.some((each) => (typeof each === 'string' ? each === name : each.test(name)));
  });
  const hasExports = file.statements.some(
    (each) =>
      ts.isExportDeclaration(each) ||
      (ts.canHaveModifiers(each) && ts.getModifiers(each)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)),
  );
  if (imports.length === 0 || !isHere || hasExports || /\b(?:process|Buffer|require)\b[.(]/.test(code))
    return undefined;
  const body = file.statements.filter((each) => !ts.isImportDeclaration(each)).map((each) => each.getFullText(file));
  return [
    ...imports.map((each) => each.getText(file)),
    'export async function run(console: Pick<Console, "log">): Promise<void> {',
    ...body,
    '}\n',
  ].join('\n');
}
