import { createHash } from 'node:crypto';
import { globSync, readdirSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

import { beforeAll, describe, expect, inject, test } from 'vitest';
import * as z from 'zod';

import { initProjects } from '../src/init-projects.ts';
import { makeInitProject, type MadeInitProject } from '../src/make-init-project.ts';
import { pathOf } from '../src/node-tools.ts';
import { run } from '../src/run.ts';

const Ranges = z.record(z.string(), z.string()).default({});
const Manifest = z.object({ scripts: Ranges, dependencies: Ranges, devDependencies: Ranges });

const place = { registry: inject('registry'), path: pathOf(inject('temporary'), '24') };

/** The files of a project without what was installed, each by its path and content. */
function snapshot({ folder, read }: MadeInitProject): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => !/(?:^|\/)(?:node_modules|\.tools|\.yarn)(?:\/|$)/.test(file) && statSync(join(folder, file)).isFile(),
    )
    .map((file) => `${file} ${createHash('sha256').update(read(file)).digest('hex')}`)
    .toSorted();
}

// npx fetches it once; what comes after is warm. What an earlier run has left with npx is another package.
beforeAll(async () => {
  const kept = join(process.env['npm_config_cache'] ?? join(homedir(), '.npm'), '_npx');
  for (const scope of globSync('*/node_modules/@customer-contracts', { cwd: kept }))
    rmSync(join(kept, dirname(dirname(scope))), { recursive: true });
  const folder = inject('temporary');
  const scope = `--@customer-contracts:registry=${place.registry}`;
  await run('npx', ['--yes', scope, '@customer-contracts/pact', '--version'], {
    cwd: folder,
    env: { PATH: place.path },
  });
});

describe.concurrent('one command leads to a green contract test', () => {
  test.each(initProjects)('in a project with $kind', async (project) => {
    const name = `init-${initProjects.indexOf(project)}`;
    const made = await makeInitProject(join(inject('temporary'), name), project, place);
    const start = performance.now();
    const said = await made.init();
    process.stdout.write(`${project.kind}: green after ${((performance.now() - start) / 1000).toFixed(0)} s\n`);

    expect(said).toContain(project.found);
    expect(said).toContain('3 interactions, written');
    expect(said).toContain('customer-pact: it works.');
    expect(made.read(project.test)).toContain('loadCustomer');
    const after = Manifest.parse(JSON.parse(made.read('package.json')));
    expect(after.scripts['test:contract']).toBe(project.script);
    const before = Manifest.parse(project.manifest);
    // Nothing was moved or raised.
    expect(after).toMatchObject(before);
    expect(Object.keys(after.dependencies)).toEqual(Object.keys(before.dependencies));

    const files = snapshot(made);
    expect(await made.init()).toContain('customer-pact: nothing to do: ');
    expect(snapshot(made)).toEqual(files);
  });
});
