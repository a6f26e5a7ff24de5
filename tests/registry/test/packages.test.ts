import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';

import { checkPackage, type Problem } from '@arethetypeswrong/core';
import { publint } from 'publint';
import ts from 'typescript-5.9';
import { describe, expect, inject, test } from 'vitest';
import * as z from 'zod';

import { pathOf } from '../src/node-tools.ts';
import { isCommonJs, published } from '../src/published.ts';
import { allPackages } from '../src/readme.ts';
import { run } from '../src/run.ts';

const all = await Promise.all(allPackages.map((name) => published(inject('registry'), name)));

describe.each(all)('@customer-contracts/$name', ({ name, tarball, manifest, files, read, package: content }) => {
  test('has its documents, its sources, and no test', () => {
    expect(files).toEqual(expect.arrayContaining(['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE']));
    expect(
      files.filter(
        (file) =>
          !/^(?:dist|src|docs)\/|^[A-Z]+(?:\.md)?$|^(?:package|openapi|config\.schema|json-schema\/[a-z-]+)\.json$|^lint-rules\.md$/.test(
            file,
          ),
      ),
    ).toEqual([]);
    expect(files.filter((file) => /(?:^|\/)test\/|\.test\.|\.tsbuildinfo$/.test(file))).toEqual([]);
  });

  test('maps each declaration and each module to a source that is in it', () => {
    // A module that only hands others on has nothing to map.
    const isOwn = (file: string) => /^(?!(?:import|export) .*;$|\/\/|#!)./m.test(read(file));
    // The copies for CommonJS have none: they would double what is downloaded. Nor has what is data, or somebody else's.
    const mapped = files
      .filter((file) =>
        /^dist\/(?!cjs\/|plain\.js|oniguruma\.js|platform\/browser\.js|pools\/|locales\/).*(?:\.d\.ts|\.js)$/.test(
          file,
        ),
      )
      .filter(isOwn);
    expect(mapped.length).toBeGreaterThan(0);
    const broken = mapped.flatMap((file) => {
      if (!files.includes(`${file}.map`)) return [`${file} has no map`];
      const { sources } = z.object({ sources: z.array(z.string()) }).parse(JSON.parse(read(`${file}.map`)));
      return (
        sources
          .map((source) => posix.join(posix.dirname(file), source))
          // The words of the locales are data: they are published once.
          .filter((source) => !source.startsWith('src/pools/') && !files.includes(source))
      );
    });
    expect(broken).toEqual([]);
  });

  test('runs nothing when it is installed', () => {
    expect(Object.keys(manifest.scripts).filter((script) => /install|prepare/.test(script))).toEqual([]);
    expect(files).not.toContain('binding.gyp');
  });

  test('depends on all that its modules and declarations import, by ranges that anyone can resolve', () => {
    const modules = files.filter((file) => /^dist\/.*(?:\.d\.ts|\.js)$/.test(file));
    const imported = modules.flatMap((file) =>
      ts.preProcessFile(read(file)).importedFiles.map(({ fileName }) => fileName),
    );
    const needed = new Set(
      imported
        // What begins with # is the package's own.
        .filter((each) => !/^[.#]/.test(each) && !isBuiltin(each))
        .map((each) =>
          each
            .split('/')
            .slice(0, each.startsWith('@') ? 2 : 1)
            .join('/'),
        ),
    );
    needed.delete(`@customer-contracts/${name}`);
    const declared = { ...manifest.dependencies, ...manifest.peerDependencies };
    expect(Object.keys(declared)).toEqual(expect.arrayContaining([...needed]));
    // A prerelease is in no range.
    expect(Object.values(declared).filter((range) => !/^(?:\^|>=)\d|^\d[\d.]*-/.test(range))).toEqual([]);
  });

  test('has modules that the oldest Node can read', async () => {
    const modules = files
      .filter((file) => file.endsWith('.js'))
      .map((file) => join(inject('workspace'), 'packages', name, file));
    const parse = `import { readFileSync } from 'node:fs';
      import { Script, SourceTextModule } from 'node:vm';
      for (const identifier of process.argv.slice(1)) {
        const Code = identifier.includes('/dist/cjs/') ? Script : SourceTextModule;
        new Code(readFileSync(identifier, 'utf8'), { identifier });
      }`;
    await run(
      'node',
      ['--no-warnings', '--experimental-vm-modules', '--input-type=module', '--eval', parse, ...modules],
      {
        cwd: inject('temporary'),
        env: { PATH: pathOf(inject('temporary'), '22.16') },
      },
    );
    expect(modules.length).toBeGreaterThan(0);
  });

  test('gets no complaint from publint', async () => {
    const { messages } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
    expect(messages).toEqual([]);
  });

  test('has types that are right for everyone who can import it', async () => {
    const found = await checkPackage(content);
    expect(found.types).toEqual({ kind: 'included' });
    // What is ESM only is nothing for CommonJS, and the resolution of TypeScript 4 knows no `exports`.
    const commonJs = Object.entries(manifest.exports).flatMap(([path, target]) => (isCommonJs(target) ? [path] : []));
    const isForEsm = (problem: Problem): boolean =>
      'resolutionKind' in problem &&
      ['node10', 'node16-cjs'].includes(problem.resolutionKind) &&
      !commonJs.includes(problem.entrypoint);
    const problems = 'problems' in found ? found.problems : [];
    expect(problems.filter((problem) => !isForEsm(problem))).toEqual([]);
  });
});

test('what the tests of a consumer import is there as CommonJS, too', () => {
  const entries = all.map(({ name, manifest }) => [
    name,
    Object.entries(manifest.exports).flatMap(([path, target]) => (isCommonJs(target) ? [path] : [])),
  ]);
  expect(entries).toEqual([
    ['types', ['.']],
    ['schemas', ['.', './evidence', './history', './internal', './plain', './promised', './shapes']],
    ['fixtures', ['.', './fast-check', './locales', './locales/*']],
    ['client', ['.', './guard']],
    ['emulator', []],
    ['pact-files', ['./internal', './api-document']],
    ['pact', ['.', './verify']],
    ['seed', []],
    ['command', []],
  ]);
});

test('zod is a peer wherever a schema of the user is taken or given, and the others are peers that may be absent', () => {
  const peers = all.map(({ name, manifest }) => [
    name,
    manifest.peerDependencies,
    Object.keys(manifest.peerDependenciesMeta),
  ]);
  expect(peers).toEqual([
    ['types', {}, []],
    ['schemas', { zod: '^4.3.0' }, []],
    ['fixtures', { '@faker-js/faker': '>=9', 'fast-check': '>=4' }, ['@faker-js/faker', 'fast-check']],
    ['client', { zod: '^4.3.0' }, []],
    [
      'emulator',
      { '@sqlite.org/sqlite-wasm': '3.54.1-build1', msw: '^2.0.0 || ^3.0.0' },
      ['@sqlite.org/sqlite-wasm', 'msw'],
    ],
    ['pact-files', { zod: '^4.3.0' }, []],
    ['pact', { '@pact-foundation/pact': '>=16', zod: '^4.3.0' }, ['@pact-foundation/pact']],
    ['seed', {}, []],
    ['command', {}, []],
  ]);
});
