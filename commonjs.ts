import type { Plugin, RolldownOptions } from 'rolldown';

/**
 * What a package is built as beside its modules, for the tests of consumers that run in jest as CommonJS: its VM reads no ES
 * module without a flag of Node's. One file for each entry, in a folder that says what it holds; comments are in the modules.
 */
export const commonJs = (input: Readonly<Record<string, string>>, plugins: readonly Plugin[] = []): RolldownOptions[] =>
  Object.entries(input).map(([name, file]) => ({
    input: { [name]: file },
    platform: 'node',
    external: [/^[^./]/],
    output: {
      dir: 'dist/cjs',
      format: 'cjs',
      comments: false,
      codeSplitting: false,
      // What every compiler to CommonJS asks of a module that is imported.
      esModule: true,
      // A kept `import()` is one of an ES module, which jest's VM refuses, whatever is imported.
      dynamicImportInCjs: false,
    },
    plugins: [
      ...plugins,
      {
        name: 'folder-of-commonjs',
        generateBundle() {
          this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }\n' });
        },
      },
    ],
  }));
