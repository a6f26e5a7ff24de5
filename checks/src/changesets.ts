import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseChangesetFile } from '@changesets/parse';
import * as z from 'zod';

import { apiChanges } from './api-changes.ts';
import { fileAt, git } from './git.ts';
import { openapiChanges } from './openapi-changes.ts';
import { type PublishedPackage, publishedPackages } from './packages.ts';
import { openapiSnapshot, snapshotOf } from './places.ts';

/** How far a version moves, from the least. */
const sizes = ['none', 'patch', 'minor', 'major'] as const;
type Size = (typeof sizes)[number];

/** Something that has changed, and how far it moves the version. */
interface Change {
  readonly what: string;
  readonly size: Size;
}

const largest = (all: readonly Size[]): Size => sizes.findLast((size) => all.includes(size)) ?? 'none';

/**
 * Says which packages have changed without a changeset, or with one that is too small. What counts is all since the last
 * release, and every changeset that waits for the next; with `since` all since that branch, and the changesets made since.
 */
export function changesetProblems(root: string, since?: string): string[] {
  const branched = since === undefined ? undefined : git(root, 'merge-base', since, 'HEAD');
  const given = releasesAsked(root, branched);
  return publishedPackages(root).flatMap((each) => {
    const changes = changesOf(root, each, branched ?? releaseOf(root, each));
    const needed = largest(changes.map(({ size }) => size));
    const has = largest(given.filter(({ name }) => name === each.name).map(({ type }) => type));
    if (sizes.indexOf(has) >= sizes.indexOf(needed)) return [];
    const reasons = changes.filter(({ size }) => size === needed).map(({ what }) => `\n  ${what}`);
    const wanted = `${each.name} ${each.version} needs a changeset that says ${needed}`;
    return [
      `${wanted}, and has ${has === 'none' ? 'none' : `one that says ${has}`}: pnpm exec changeset.${reasons.join('')}`,
    ];
  });
}

/** The commit that gave a package its version. */
const releaseOf = (root: string, { folder }: PublishedPackage): string =>
  git(root, 'log', '-1', '--format=%H', '-G^  "version": ', '--', `${folder}/package.json`);

/** What the changesets ask for: all of them, or those that were not there, or not so, in a commit. */
function releasesAsked(root: string, commit?: string): readonly { readonly name: string; readonly type: Size }[] {
  return globSync('.changeset/*.md', { cwd: root }).flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return commit !== undefined && fileAt(root, commit, file) === text ? [] : parseChangesetFile(text).releases;
  });
}

/** What is different in a package since a commit, as far as its users can tell. */
function changesOf(root: string, each: PublishedPackage, commit: string): Change[] {
  const breaking: Size = each.version.startsWith('0.') ? 'minor' : 'major';
  const change = (size: Size, verb: string, what: readonly string[]): Change[] =>
    what.map((title) => ({ size, what: `${verb} ${title}` }));
  const now = (file: string): string => readFileSync(join(root, file), 'utf8');

  const api = apiChanges(fileAt(root, commit, snapshotOf(each)), now(snapshotOf(each)));
  const before = each.folder === 'packages/schemas' ? fileAt(root, commit, openapiSnapshot) : '';
  const answers = before === '' ? [] : openapiChanges(JSON.parse(before), JSON.parse(now(openapiSnapshot)));
  const manifest = `${each.folder}/package.json`;
  return [
    ...change('patch', 'changed', sourcesChanged(root, each, commit)),
    ...change(
      'patch',
      'changed',
      asInstalled(fileAt(root, commit, manifest)) === asInstalled(now(manifest)) ? [] : [manifest],
    ),
    ...change(breaking, 'removed', api.removed),
    ...change(breaking, 'changed', api.changed),
    ...change('minor', 'added', api.added),
    ...answers.map(({ path, what, isBreaking }) => ({
      what: `${path} ${what}`,
      size: isBreaking ? breaking : ('minor' as const),
    })),
  ];
}

/** The sources of a package that differ from those of a commit, new ones among them. */
function sourcesChanged(root: string, { folder }: PublishedPackage, commit: string): string[] {
  const known = git(root, 'diff', '--name-only', commit, '--', `${folder}/src`);
  const created = git(root, 'ls-files', '--others', '--exclude-standard', '--', `${folder}/src`);
  return `${known}\n${created}`.split('\n').filter((file) => file !== '');
}

const Manifest = z.looseObject({}).catch({});

/** A manifest without what makes no difference to those who install the package. */
function asInstalled(manifest: string): string {
  const {
    version: _version,
    scripts: _scripts,
    devDependencies: _tools,
    ...rest
  } = Manifest.parse(JSON.parse(manifest || '{}'));
  return JSON.stringify(rest);
}
