import type { OnigScanner } from 'vscode-oniguruma';

import type * as oniguruma from './oniguruma.ts';

/** How a text stands to a pattern, or why nobody can tell. */
export type PatternVerdict =
  | 'fits'
  | 'misfits'
  /** Pact's core can't read the pattern. */
  | 'unreadable'
  /** Pact's core gives up on it. */
  | 'endless'
  /** Too much work was done for other patterns. */
  | 'unjudged';

type Oniguruma = typeof oniguruma;

let loaded: Pick<Oniguruma, 'OnigScanner' | 'OnigString'> | undefined;
let workLeft = 0;

/**
 * Loads Oniguruma, the engine of Pact's core, and gives the next judgements together `work` ms beyond what patterns usually
 * take. Without it, patterns can't be judged.
 */
export async function loadPatterns(work = 5000): Promise<void> {
  workLeft = work;
  if (loaded !== undefined) return;
  const { loadWASM, wasm, ...engine }: Oniguruma = await import('#oniguruma');
  await loadWASM({ data: Uint8Array.from(atob(wasm), (byte) => byte.charCodeAt(0)) });
  loaded = engine;
}

/** What a pattern takes at most, as far as nobody counts it: bounded work for any number of patterns. */
const usual = 0.1;

/** The compiled patterns, the ones that were asked for last at the end; `undefined` for what can't be read. */
const compiled = new Map<string, CompiledPattern | undefined>();

interface CompiledPattern {
  readonly short: OnigScanner;
  long: OnigScanner | undefined;
  isEndless: boolean;
}

/** Holds a text against a pattern as Pact's core does: the whole of it must fit, in whatever way. */
export function judgePattern(pattern: string, text: string): PatternVerdict {
  const known = compile(pattern);
  if (known === undefined) return 'unreadable';
  if (known.isEndless) return 'endless';
  if (workLeft <= 0) return 'unjudged';
  const start = performance.now();
  const end = endOfMatch(known, pattern, text);
  workLeft -= Math.max(0, performance.now() - start - usual);
  known.isEndless = end === undefined;
  if (end === undefined) return 'endless';
  return end === text.length ? 'fits' : 'misfits';
}

/** What is wrong with a pattern itself, as far as it was judged. */
export function patternProblem(pattern: string): 'unreadable' | 'endless' | 'unjudged' | undefined {
  const known = compile(pattern);
  if (known === undefined) return 'unreadable';
  if (known.isEndless) return 'endless';
  return workLeft <= 0 ? 'unjudged' : undefined;
}

function compile(pattern: string): CompiledPattern | undefined {
  const known = compiled.get(pattern);
  if (known !== undefined || compiled.has(pattern)) return known;
  const short = isReadable(pattern) ? scannerOf([`(?:${pattern})\\z`, ''], [`(?:${pattern}\n)\\z`, '']) : undefined;
  const made = short && { short, long: undefined, isEndless: false };
  if (compiled.size >= 1000) forgetOldest();
  compiled.set(pattern, made);
  return made;
}

function forgetOldest(): void {
  const [oldest] = compiled;
  if (oldest === undefined) return;
  const [pattern, scanners] = oldest;
  scanners?.short.dispose();
  scanners?.long?.dispose();
  compiled.delete(pattern);
}

function isReadable(pattern: string): boolean {
  const scanner = scannerOf([pattern]);
  scanner?.dispose();
  return scanner !== undefined;
}

/** A scanner of the first patterns that can be read: where a pattern ends in a comment, a bracket belongs into a new line. */
function scannerOf(...choices: string[][]): OnigScanner | undefined {
  const { OnigScanner } = engine();
  for (const patterns of choices) {
    try {
      // Without options, among which is one that the library takes by itself and Pact's core doesn't.
      return new OnigScanner(patterns, { options: [] });
    } catch {
      continue;
    }
  }
  return undefined;
}

function engine(): NonNullable<typeof loaded> {
  if (loaded === undefined) throw new Error('Failed to judge a pattern: the engine is not loaded. Load it before.');
  return loaded;
}

/**
 * Where a match at the beginning of a text ends; -1 where there is none, `undefined` where Oniguruma gives up. It answers the
 * same for the last two, so a second, empty pattern is there to be found.
 */
function endOfMatch(known: CompiledPattern, pattern: string, text: string): number | undefined {
  // Short texts it searches place by place with all patterns, and long ones pattern by pattern.
  const isShort = text.length * 3 < 1000;
  if (!isShort) known.long ??= scannerOf([`\\G(?:(?:${pattern})\\z|)`], [`\\G(?:(?:${pattern}\n)\\z|)`]);
  const scanner = isShort ? known.short : known.long;
  if (scanner === undefined) return undefined;
  const string = new (engine().OnigString)(text);
  try {
    const found = scanner.findNextMatchSync(string, 0);
    if (found === null) return undefined;
    return found.index === 0 ? (found.captureIndices[0]?.end ?? -1) : -1;
  } catch {
    return undefined;
  } finally {
    string.dispose();
  }
}
