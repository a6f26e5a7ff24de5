import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { basename, join, normalize } from 'node:path';

/**
 * The files of a package that its tarball has otherwise than the repository, by their names: `package.json` says where the
 * project is, and no page has a link that leads out of the tarball to nowhere. Without a repository, such a link is its text.
 *
 * @param root The root of the workspace.
 * @param folder The folder of the package from there: `packages/client`.
 * @param repository `https://github.com/OWNER/NAME`.
 * @throws An Error when the repository is no such address.
 */
export function packedFiles(root: string, folder: string, repository: string | undefined): ReadonlyMap<string, string> {
  if (repository !== undefined && !/^https:\/\/github\.com\/[\w.-]+\/[\w.-]+(?<!\.git)$/.test(repository))
    throw new Error(
      `Failed to pack ${folder}: the repository is ${repository}. Write it as https://github.com/OWNER/NAME.`,
    );
  const read = (file: string): string => readFileSync(join(root, folder, file), 'utf8');
  const pages = globSync('*.md', { cwd: join(root, folder) });
  const place = { root, folder, repository, files: packedIn(read('package.json')) };
  return new Map([
    ...pages.map((page): [string, string] => [page, withLiveLinks(read(page), place)]),
    ...(pages.includes('CHANGELOG.md') ? [] : [['CHANGELOG.md', 'Not released yet.\n'] as const]),
    ['package.json', withAddresses(read('package.json'), folder, repository)],
  ]);
}

/** What the tarball has beside the files at its root; all where nothing is said. */
function packedIn(manifest: string): readonly string[] | undefined {
  const parsed: unknown = JSON.parse(manifest);
  const files = typeof parsed === 'object' && parsed !== null && 'files' in parsed ? parsed.files : undefined;
  return Array.isArray(files) ? files.map(String) : undefined;
}

function withAddresses(text: string, folder: string, repository: string | undefined): string {
  if (repository === undefined) return text;
  const manifest: unknown = JSON.parse(text);
  const addresses = {
    homepage: `${repository}/tree/main/${folder}#readme`,
    bugs: { url: `${repository}/issues` },
    repository: { type: 'git', url: `git+${repository}.git`, directory: folder },
  };
  return `${JSON.stringify({ ...Object(manifest), ...addresses }, null, 2)}\n`;
}

/** A link to a place that is no address and no anchor, behind what has none: a block of code, and code in a line. */
const relativeLinks = /^```.*?^```$|\[((?:[^[\]]|\[[^\]]*\])*)\]\((?![a-z]+:|#)([^)#\s]+)(#[^)\s]*)?\)|`[^`\n]*`/gms;

/** What npm packs, whatever a manifest says (docs.npmjs.com, package.json, files). */
const always = /^(?:package\.json$|README|LICEN[CS]E)/i;

interface Place {
  readonly root: string;
  readonly folder: string;
  readonly repository: string | undefined;
  readonly files: readonly string[] | undefined;
}

function withLiveLinks(markdown: string, { root, folder, repository, files }: Place): string {
  const isPacked = (path: string): boolean => {
    if (!path.startsWith(`${folder}/`)) return false;
    const [first = '', ...below] = path.slice(folder.length + 1).split('/');
    return files === undefined || files.includes(first) || (below.length === 0 && always.test(first));
  };
  return markdown.replaceAll(
    relativeLinks,
    (whole: string, text: string = '', target: string | undefined, anchor: string = '') => {
      const path = normalize(join(folder, target ?? '')).replace(/\/$/, '');
      if (target === undefined || isPacked(path)) return whole;
      const own = /^docs\/.*\.md$/.test(path) ? basename(path) : '';
      if (own !== '' && existsSync(join(root, folder, own))) return `[${text}](${own}${anchor})`;
      if (repository === undefined) return text;
      const kind = statSync(join(root, path)).isDirectory() ? 'tree' : 'blob';
      return `[${text}](${repository}/${kind}/main/${path}${anchor})`;
    },
  );
}
