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
  /** It is too large, or too much work was done for others. */
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
  const bytes = bytesOf(atob(wasm));
  // Handed the bytes, the library asks whether they are a `Response`, for which Node loads all of its `fetch`.
  await loadWASM({ instantiator: (imports) => WebAssembly.instantiate(bytes, imports) });
  loaded = engine;
}

/** A loop, because `Uint8Array.from` takes ten times as long, as long as all the rest of loading. */
function bytesOf(binary: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

/** What a pattern takes at most, as far as nobody counts it: bounded work for any number of patterns. */
const usual = 0.1;

/** The compiled patterns, the latest at the end; `undefined` for what can't be read. */
const compiled = new Map<string, CompiledPattern | undefined>();

interface CompiledPattern {
  readonly short: OnigScanner;
  long: OnigScanner | undefined;
  /** What became of it beside a text. */
  problem: 'endless' | 'unjudged' | undefined;
}

/** Holds a text against a pattern as Pact's core does: the whole of it must fit, in whatever way. */
export function judgePattern(pattern: string, text: string): PatternVerdict {
  const problem = patternProblem(pattern);
  const known = compiled.get(pattern);
  if (problem !== undefined || known === undefined) return problem ?? 'unreadable';
  if (isTooMuch(pattern, text)) return (known.problem = 'unjudged');
  const end = measured(() => endOfMatch(known, pattern, text));
  if (isBroken) return 'unjudged';
  if (end === undefined) return (known.problem = 'endless');
  return end === text.length ? 'fits' : 'misfits';
}

/** What is wrong with a pattern itself, as far as it was judged. */
export function patternProblem(pattern: string): 'unreadable' | 'endless' | 'unjudged' | undefined {
  if (!compiled.has(pattern)) {
    if (workLeft <= 0 || isBroken || isTooLarge(pattern)) return 'unjudged';
    measured(() => compile(pattern));
  }
  if (isBroken) return 'unjudged';
  const known = compiled.get(pattern);
  if (known === undefined) return 'unreadable';
  return known.problem ?? (workLeft <= 0 ? 'unjudged' : undefined);
}

/** Takes what something takes, beyond the usual, from the work that is left. */
function measured<Result>(work: () => Result): Result {
  const start = performance.now();
  const result = work();
  workLeft -= Math.max(0, performance.now() - start - usual);
  return result;
}

/** Whether a pattern is so long, or nests so deep, that WebAssembly has no room for it. Pact's core has more. */
function isTooLarge(pattern: string): boolean {
  if (pattern.length > 10_000) return true;
  let depth = 0;
  for (const [bracket] of pattern.matchAll(/\\.|[([]|[)\]]/gs)) {
    if (bracket === '(' || bracket === '[') depth += 1;
    else if (bracket === ')' || bracket === ']') depth = Math.max(0, depth - 1);
    if (depth > 30) return true;
  }
  return false;
}

/**
 * Whether a pattern may take seconds beside a long text. Each of the ten million steps, after which Oniguruma gives up, may run
 * through all of the text: it has to be taken that far by groups that repeat, or by several parts that repeat.
 */
function isTooMuch(pattern: string, { length }: string): boolean {
  if (!isLong(length)) return false;
  const repeating = pattern.match(/[*+]|\{\d*,\d*\}/g)?.length ?? 0;
  const steps = /\)(?:[*+]|\{\d*,\d*\})|\\g/.test(pattern) ? Infinity : length ** (repeating - 1);
  return Math.min(steps, 10_000_000) * length > 8_000_000_000;
}

/** Short texts Oniguruma searches place by place with all patterns, and long ones pattern by pattern. */
function isLong(length: number): boolean {
  return length * 3 >= 1000;
}

/** After what is no error of its own, the engine is in no state to judge anything. */
let isBroken = false;

function isOwnError(error: unknown): boolean {
  const isOwn = error instanceof Error && error.name === 'Error';
  isBroken ||= !isOwn;
  return isOwn;
}

function compile(pattern: string): void {
  const short = isReadable(pattern) ? scannerOf([`(?:${pattern})\\z`, ''], [`(?:${pattern}\n)\\z`, '']) : undefined;
  const made = short && { short, long: undefined, problem: undefined };
  if (compiled.size >= 1000) forgetOldest();
  compiled.set(pattern, made);
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
    } catch (error) {
      if (!isOwnError(error)) return undefined;
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
  if (isLong(text.length)) known.long ??= scannerOf([`\\G(?:(?:${pattern})\\z|)`], [`\\G(?:(?:${pattern}\n)\\z|)`]);
  const scanner = isLong(text.length) ? known.long : known.short;
  if (scanner === undefined) return undefined;
  const string = new (engine().OnigString)(text);
  try {
    const found = scanner.findNextMatchSync(string, 0);
    if (found === null) return undefined;
    return found.index === 0 ? (found.captureIndices[0]?.end ?? -1) : -1;
  } catch (error) {
    isOwnError(error);
    return undefined;
  } finally {
    string.dispose();
  }
}
