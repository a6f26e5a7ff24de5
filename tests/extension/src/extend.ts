import { cpSync, existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Lines that an extension adds to a file that is there, behind a line of it or in its place. */
export interface Edit {
  /** From the root of the repository. */
  readonly file: string;
  /** The line that they come after, or take the place of, without the spaces around it. Only one line of the file may read so. */
  readonly at: string;
  /** Whether they take its place. */
  readonly replaces?: true;
  /** The lines, as they are to stand there. */
  readonly insert: string;
}

/**
 * Copies the files of a folder into a repository, which may have none of them, and adds lines to others.
 *
 * @returns the files that were added or changed, sorted, from the root of the repository.
 * @throws when a file is there already, or the place of an edit can't be told.
 */
export function extend(root: string, files: string, edits: readonly Edit[]): string[] {
  const added = existsSync(files)
    ? globSync('**/*', { cwd: files }).filter((file) => statSync(join(files, file)).isFile())
    : [];
  for (const file of added) {
    if (existsSync(join(root, file))) {
      throw new Error(`Failed to add ${file}: there is one already. Add lines to it by an edit.`);
    }
    cpSync(join(files, file), join(root, file));
  }
  for (const edit of edits) insertInto(root, edit);
  return [...new Set([...added, ...edits.map(({ file }) => file)])].toSorted();
}

function insertInto(root: string, { file, at, replaces, insert }: Edit): void {
  const path = join(root, file);
  if (!existsSync(path)) throw new Error(`Failed to edit ${file}: there is no such file. Name one of the repository.`);
  const lines = readFileSync(path, 'utf8').split('\n');
  const places = lines.flatMap((line, index) => (line.trim() === at ? [index] : []));
  const [place] = places;
  if (place === undefined || places.length > 1) {
    throw new Error(
      `Failed to edit ${file}: ${places.length === 0 ? 'no line is' : `${places.length} lines are`} "${at}". Name a line that it has once.`,
    );
  }
  writeFileSync(
    path,
    (replaces ? lines.toSpliced(place, 1, insert) : lines.toSpliced(place + 1, 0, insert)).join('\n'),
  );
}
