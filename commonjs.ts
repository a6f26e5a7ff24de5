import type { OutputOptions, RolldownOptions } from 'rolldown';

/**
 * What a package is built as beside its modules, for the tests of consumers that run in jest as CommonJS: its VM reads no ES
 * module without a flag of Node's. A file for each entry, and those that they share, in a folder that says what it holds; comments
 * are in the modules.
 */
export const commonJs = (
  input: Readonly<Record<string, string>>,
  { plugins = [], minify = false }: Pick<RolldownOptions, 'plugins'> & Pick<OutputOptions, 'minify'> = {},
): RolldownOptions[] => [
  {
    input,
    platform: 'node',
    external: [/^[^./]/],
    output: {
      dir: 'dist/cjs',
      format: 'cjs',
      comments: false,
      minify,
      chunkFileNames: 'shared/[name].js',
      // What every compiler to CommonJS asks of a module that is imported.
      esModule: true,
      // A kept `import()` is one of an ES module, which jest's VM refuses, whatever is imported.
      dynamicImportInCjs: false,
    },
    plugins: [
      plugins,
      {
        name: 'folder-of-commonjs',
        generateBundle() {
          this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }\n' });
        },
      },
    ],
  },
];
