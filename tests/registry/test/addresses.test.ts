import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';

import { anchorsOf } from '@customer-contracts/docs/anchors';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { expect, inject, test } from 'vitest';

import { inTarball, published, type Published } from '../src/published.ts';
import { allPackages } from '../src/readme.ts';
import { run } from '../src/run.ts';

const workspace = inject('workspace');
const all = await Promise.all(allPackages.map((name) => published(inject('registry'), name)));

/** Where the links and images of a package's pages lead. */
const targetsOf = ({ files, read }: Published): { readonly page: string; readonly target: string }[] =>
  files
    .filter((file) => file.endsWith('.md'))
    .flatMap((page) => {
      const html = micromark(read(page), { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
      return [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, target = '']) => ({ page, target }));
    });

/** The links of a package that lead nowhere: each is an address, a file of the tarball, or an anchor in one. */
const deadLinksOf = (each: Published): string[] =>
  targetsOf(each)
    .filter(({ page, target }) => {
      if (target.startsWith('https://')) return !URL.canParse(target);
      const [path = '', anchor = ''] = target.split('#');
      const file = path === '' ? page : posix.join(posix.dirname(page), path);
      return !each.files.includes(file) || (anchor !== '' && !anchorsOf(each.read(file)).includes(anchor));
    })
    .map(({ page, target }) => `${each.name}/${page}: ${target}`);

/** What `customer-pact` of a workspace says about a misspelt member, in each format, and about the drift of a document. */
async function messagesIn(folder: string): Promise<string> {
  const bin = join(folder, 'packages/pact-files/dist/customer-pact.js');
  const cwd = inject('temporary');
  writeFileSync(join(cwd, 'misspelt.json'), misspelt);
  const commands = [
    ...['stylish', 'json', 'github', 'sarif', 'junit', 'markdown'].map(
      (format) => `lint misspelt.json --format ${format}`,
    ),
    `drift ${join(folder, 'packages/schemas/openapi.json')} misspelt.json --format sarif`,
  ];
  // Nothing but one's own lines: a schema of SARIF has an address by itself, and lint fails where it finds something.
  const said = commands.map((command) => run('bash', ['-c', `node ${bin} ${command} || true`], { cwd }));
  return (await Promise.all(said)).join('\n').replaceAll('https://json.schemastore.org/sarif-2.1.0.json', '');
}

const misspelt = JSON.stringify({
  consumer: { name: 'billing-web' },
  provider: { name: 'rebilly-customers-api' },
  interactions: [
    {
      description: 'get a customer',
      request: { method: 'GET', path: '/customers/cus_01', headers: { 'REB-APIKEY': 'placeholder' } },
      response: { status: 200, body: { emial: 'ann@example.com' } },
    },
  ],
});

test.each(all)('@customer-contracts/$name has its changes, and no address while the project has none', (each) => {
  expect(each.read('CHANGELOG.md')).toContain(`## ${each.manifest.version}\n`);
  const { homepage, bugs, repository } = each.manifest;
  expect({ homepage, bugs, repository }).toEqual({ homepage: undefined, bugs: undefined, repository: undefined });
});

test.each(all)('each link in the pages of @customer-contracts/$name leads somewhere', (each) => {
  expect(deadLinksOf(each)).toEqual([]);
});

test('no message has a link while the project has no address', async () => {
  const said = await messagesIn(workspace);
  expect(said).toContain('What each rule is about: lint-rules.md in @customer-contracts/pact-files');
  expect(said).not.toMatch(/https?:/);
});

test('each command says the version of its package', async () => {
  const bins = all.flatMap(({ name, manifest }) =>
    Object.entries(manifest.bin).map(([bin, file]) => ({ name, bin, file, version: manifest.version })),
  );
  expect(bins.map(({ bin }) => bin)).toEqual([
    'customer-fixtures',
    'customer-emulator',
    'customer-pact',
    'customer-pact',
    'customer-seed',
  ]);
  for (const { name, bin, file, version } of bins) {
    const said = await run('node', [join(workspace, 'packages', name, file), '--version'], {
      cwd: inject('temporary'),
    });
    expect(said.trim(), bin).toBe(version);
  }
});

test('once the project has an address, each package and each message leads there', async () => {
  const copy = join(inject('temporary'), 'with-an-address');
  cpSync(workspace, copy, { recursive: true, filter: (path) => !/\/(?:node_modules|packed)$/.test(path) });
  const constant = join(copy, 'packages/schemas/src/internal/repository.ts');
  const address = 'https://github.com/acme/contracts';
  writeFileSync(constant, readFileSync(constant, 'utf8').replace(/= undefined;/, `= '${address}';`));
  await run('pnpm', ['install', '--frozen-lockfile', '--prefer-offline', '--filter', './packages/*'], { cwd: copy });
  await run('pnpm', ['--filter', './packages/schemas', 'run', 'build'], { cwd: copy });
  const packed = join(copy, 'with-an-address');
  await run('pnpm', ['--filter', './packages/*', '-r', 'pack', '--pack-destination', packed], { cwd: copy });

  const tarballs = readdirSync(packed);
  const addressed = all.map(({ name, manifest: { version } }) => {
    const file = tarballs.find((each) => each === `customer-contracts-${name}-${version}.tgz`) ?? '';
    return inTarball(name, new Uint8Array(readFileSync(join(packed, file))));
  });
  expect(
    addressed.map(({ name, manifest: { homepage, bugs, repository } }) => ({ name, homepage, bugs, repository })),
  ).toEqual(
    all.map(({ name }) => ({
      name,
      homepage: `${address}/tree/main/packages/${name}#readme`,
      bugs: { url: `${address}/issues` },
      repository: { type: 'git', url: `git+${address}.git`, directory: `packages/${name}` },
    })),
  );
  expect(addressed.flatMap(deadLinksOf)).toEqual([]);
  // Each leads to what is in the repository.
  const places = addressed
    .flatMap(targetsOf)
    .flatMap(
      ({ target }) => /^https:\/\/github\.com\/acme\/contracts\/(?:blob|tree)\/main\/([^#]*)/.exec(target)?.[1] ?? [],
    );
  expect(places.length).toBeGreaterThan(20);
  const inRepository = new Set((await run('git', ['ls-files'], { cwd: workspace })).split('\n'));
  expect(places.filter((place) => !inRepository.has(place) && !inRepository.has(`${place}/README.md`))).toEqual([]);

  const said = await messagesIn(copy);
  expect(said).toContain(`What each rule is about: ${address}/blob/main/docs/lint-rules.md\n`);
  const links = new Set([...said.matchAll(/https?:[^\s"'#)&]*/g)].map(([link]) => link));
  expect([...links].toSorted()).toEqual([
    `${address}/blob/main/docs/lint-rules.md`,
    `${address}/blob/main/packages/pact-files/README.md`,
  ]);
});
