import type { Plugin } from 'rolldown';

/**
 * Says of each constant of a module that nothing but its value comes of it, so that a bundler leaves out those that nobody
 * asks for: `const a = z.string()` becomes `const a = /* @__PURE__ *\/ (() => z.string())()`. A comment before the call alone
 * would not do, since bundlers disagree about what a chain of calls is. It asks for `experimental.nativeMagicString`.
 */
export const pureInitialisers = (): Plugin => ({
  name: 'pure-initialisers',
  transform(code, id, { magicString }) {
    if (!id.endsWith('.ts') || magicString === undefined) return null;
    for (const statement of this.parse(code, { lang: 'ts' }).body) {
      const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
      if (declaration?.type !== 'VariableDeclaration' || declaration.kind !== 'const') continue;
      for (const { id: name, init } of declaration.declarations) {
        if (name.type !== 'Identifier' || init === null || isPlain.has(init.type)) continue;
        magicString.appendLeft(init.start, '/* @__PURE__ */ (() => (').appendRight(init.end, '))()');
      }
    }
    return { code: magicString };
  },
});

/** What no bundler takes for work. */
const isPlain: ReadonlySet<string> = new Set(['Literal', 'ArrowFunctionExpression', 'FunctionExpression']);
