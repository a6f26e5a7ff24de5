import { relative } from 'node:path';

/** The frames of a stack that are not this package's own, nearest first. */
export function userFrames(stack: string): readonly string[] {
  return stack.split('\n').filter((line) => {
    const file = fileIn(line);
    return file !== undefined && !isOwn(file);
  });
}

/** The first place of a stack outside of this package, from the working directory: `a.test.js:5:12`; empty where there is none. */
export function userPlace(stack: string): string {
  const [place] = userFrames(stack).flatMap((line) => fileIn(line) ?? []);
  return place === undefined ? '' : relative(process.cwd(), place);
}

/** A place of a stack. */
export interface Frame {
  /** The absolute path. */
  readonly file: string;
  /** Line and column. */
  readonly line: string;
  /** Whether it is this package's own. */
  readonly isOwn: boolean;
}

/** The frames of a stack that are in files, nearest first. */
export function framesOf(stack: string): readonly Frame[] {
  return stack.split('\n').flatMap((text) => {
    const [, file, line] = /^(.*?):(\d+:\d+)$/.exec(fileIn(text) ?? '') ?? [];
    return file === undefined || line === undefined ? [] : [{ file, line, isOwn: isOwn(file) }];
  });
}

/** The file of a frame with line and column, without its scheme. */
function fileIn(frame: string): string | undefined {
  const [, file] = /(?:\(|at (?:async )?|@)(?:file:\/\/)?((?:[A-Za-z]:)?[^():]*:\d+:\d+)\)?$/.exec(frame) ?? [];
  return file?.replaceAll('\\', '/').replace(/\?[^:]*/, '');
}

/** Where this package's own code is, as stacks name it: a runner may have mapped what was built to its sources. */
const [own = ''] = (new Error('here').stack ?? '').split('\n').flatMap((line) => fileIn(line) ?? []);
const root = own.replace(/\/(?:src|dist)\/.*$/, '');

function isOwn(file: string): boolean {
  return ['src', 'dist'].some((folder) => file.startsWith(`${root}/${folder}/`));
}
