import { isList, isRecord } from '../json/json-value.ts';
import { PactFileError } from '../pact-error.ts';
import { parseJson } from './parse-json.ts';

/** How many objects and lists inside each other Pact's core reads. */
const deepest = 127;

/** Why it reads no more. */
const tooDeep = `it nests deeper than ${deepest} levels`;

/**
 * The JSON of a file, as Pact's core reads it. `file` is what messages call it.
 *
 * @throws {PactFileError} when it is none, or none that the core reads.
 */
export function readJson(text: string, file: string): unknown {
  if (!/\S/.test(text)) throw unreadable(file, 'it is empty', 'Hand in a pact file.');
  if (text.startsWith('\uFEFF')) {
    throw unreadable(file, 'it starts with a byte order mark, which Pact refuses', 'Save it as UTF-8 without one.');
  }
  return checkJson(parsed(text, file), file, text.includes('\\u') && /\\u[dD][89a-fA-F]/.test(text));
}

/** The JSON. @throws {PactFileError} when Pact's core doesn't read it. */
export function checkJson(json: unknown, file: string, mayHaveHalves = true): unknown {
  const reason = whyRefused(json, mayHaveHalves);
  if (reason !== undefined) throw unreadable(file, `${reason}, which Pact refuses`, 'Correct it.');
  return json;
}

function parsed(text: string, file: string): unknown {
  try {
    return parseJson(text);
  } catch (cause) {
    // Numbers are looked at with a reviver, for which Node has a stack.
    if (cause instanceof RangeError) throw unreadable(file, `${tooDeep}, which Pact refuses`, 'Correct it.', cause);
    const [, line, column] = /line (\d+) column (\d+)/.exec(String(cause)) ?? [];
    const where = line === undefined ? '' : ` at line ${line}, column ${column}`;
    throw unreadable(file, `it is no JSON${where}`, 'Hand in a pact file.', cause);
  }
}

function unreadable(file: string, received: string, advice: string, cause?: unknown): PactFileError {
  return new PactFileError(`Failed to read ${file}: ${received}. ${advice}`, [file], { cause });
}

/** Why Pact's core can't read what JavaScript can; `undefined` where it can. */
export function whyRefused(json: unknown, mayHaveHalves: boolean, levels = deepest): string | undefined {
  if (typeof json === 'number') return Number.isFinite(json) ? undefined : 'it holds a number beyond 1.8e308';
  if (typeof json === 'string') return mayHaveHalves && !json.isWellFormed() ? 'it holds half a character' : undefined;
  if (typeof json !== 'object' || json === null) return undefined;
  if (levels === 0) return tooDeep;
  // Every value of every file passes here, so nothing is copied.
  if (isList(json)) {
    for (const each of json) {
      const reason = whyRefused(each, mayHaveHalves, levels - 1);
      if (reason !== undefined) return reason;
    }
  } else if (isRecord(json)) {
    for (const name in json) {
      const reason =
        whyRefused(json[name], mayHaveHalves, levels - 1) ?? (mayHaveHalves ? whyRefused(name, true) : undefined);
      if (reason !== undefined) return reason;
    }
  }
  return undefined;
}
