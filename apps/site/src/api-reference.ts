import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Application, LogLevel, type TypeDocOptions } from 'typedoc';
import type { PluginOptions } from 'typedoc-plugin-markdown';

import { listOf, type Page } from './page.ts';
import { made } from './places.ts';

/** The entries that users import, and the file of each. What is for our own packages alone has no page. */
const entries: Readonly<Record<string, string>> = {
  types: 'types/dist/index.js',
  schemas: 'schemas/dist/index.js',
  'schemas/plain': 'schemas/dist/plain.js',
  'schemas/promised': 'schemas/dist/promised.js',
  'schemas/history': 'schemas/dist/history.js',
  'schemas/evidence': 'schemas/dist/evidence.js',
  fixtures: 'fixtures/dist/index.js',
  client: 'client/dist/index.js',
  'client/guard': 'client/dist/guard.js',
  emulator: 'emulator/dist/index.js',
  'emulator/browser': 'emulator/dist/browser.js',
  'emulator/msw': 'emulator/dist/msw.js',
  'pact-files': 'pact-files/dist/index.js',
  'pact-files/browser': 'pact-files/dist/browser.js',
  pact: 'pact/dist/index.js',
  'pact/vitest': 'pact/dist/vitest.js',
  'pact/jest': 'pact/dist/jest.js',
  'pact/verify': 'pact/dist/verify.js',
  seed: 'seed/dist/index.js',
};

const fileOf = (entry: string): string => entry.replaceAll('/', '-');

/** The reference of every entry, made from the docstrings of what was built: a page each. */
export async function apiReference(): Promise<Page[]> {
  const folder = join(made, 'api');
  mkdirSync(folder, { recursive: true });
  for (const [entry, file] of Object.entries(entries)) {
    writeFileSync(join(folder, `${fileOf(entry)}.ts`), `export * from '../../../../packages/${file}';\n`);
  }
  const compilerOptions = {
    module: 'nodenext',
    target: 'es2024',
    lib: ['es2024', 'dom'],
    types: ['node'],
    skipLibCheck: true,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  const options: TypeDocOptions & Partial<PluginOptions> = {
    entryPoints: [`${folder}/*.ts`],
    tsconfig: join(folder, 'tsconfig.json'),
    plugin: ['typedoc-plugin-markdown'],
    outputs: [{ name: 'markdown', path: join(folder, 'pages') }],
    outputFileStrategy: 'modules',
    skipErrorChecking: true,
    // What a class has from zod or from Error says nothing of ours.
    excludeExternals: true,
    excludeInternal: true,
    excludePrivate: true,
    excludeProtected: true,
    disableSources: true,
    readme: 'none',
    hidePageHeader: true,
    hideBreadcrumbs: true,
    hidePageTitle: true,
    useCodeBlocks: true,
    parametersFormat: 'table',
    interfacePropertiesFormat: 'table',
    typeAliasPropertiesFormat: 'table',
    validation: { notExported: false, invalidLink: false, notDocumented: false },
    logLevel: LogLevel.Error,
  };
  const application = await Application.bootstrapWithPlugins(options);
  const project = await application.convert();
  if (project === undefined)
    throw new Error('Failed to make the API reference: typedoc read nothing. Build the packages first.');
  await application.generateOutputs(project);
  const pages = Object.keys(entries).map((entry): Page => {
    const text = readFileSync(join(folder, 'pages', `${fileOf(entry)}.md`), 'utf8');
    const name = `@customer-contracts/${entry}`;
    return {
      path: `api/${fileOf(entry)}`,
      title: name,
      group: 'API reference',
      markdown: `# ${name}\n\n${text}`,
    };
  });
  const markdown = `# API reference\n\nWhat each entry exports, from its docstrings.\n\n${listOf(pages)}\n`;
  return [{ path: 'api/index', title: 'API reference', group: 'API reference', markdown }, ...pages];
}
