import { shown } from '@customer-contracts/schemas/internal';

/** What stands in a place where it would be lost, or become something else, without a word. */
export interface SilentChange {
  /** The member, a dotted path; empty for the whole. */
  readonly member: string;
  readonly reason: string;
}

/** Deeper than anybody's record, and shallow enough for everything that walks it. */
const deepest = 100;

/** So many are told: a line may be all mistakes. */
const mostTold = 10;

const token = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|[{}[\],:]/g;

interface Container {
  /** The names of an object's members so far; `undefined` for a list. */
  readonly names: Set<string> | undefined;
  /** The name or position of what comes. */
  at: string | number;
  isName: boolean;
}

/**
 * What of a JSON text, which has to be valid, `JSON.parse` and `JSON.stringify` would change without a word: a second member
 * of the same name, a member named `__proto__`, a number with more digits than a number holds, half of a surrogate pair. And
 * what is nested too deep to be walked.
 */
export function silentChanges(text: string): readonly SilentChange[] {
  const changes: SilentChange[] = [];
  const containers: Container[] = [];
  const tell = (reason: string) => changes.push({ member: containers.map(({ at }) => at).join('.'), reason });
  for (const [word] of text.matchAll(token)) {
    if (changes.length === mostTold) break;
    const container = containers.at(-1);
    switch (word) {
      case '{':
      case '[':
        if (containers.length === deepest) return [{ member: '', reason: `it is nested deeper than ${deepest}` }];
        containers.push({
          names: word === '{' ? new Set() : undefined,
          at: word === '{' ? '' : 0,
          isName: word === '{',
        });
        break;
      case '}':
      case ']':
        containers.pop();
        break;
      case ',':
        if (typeof container?.at === 'number') container.at += 1;
        else if (container !== undefined) container.isName = true;
        break;
      case ':':
        break;
      default:
        if (!word.startsWith('"')) {
          if (!isExact(word)) tell(`${shown(word).slice(1, -1)} is a number that JSON's readers don't keep exactly`);
          break;
        }
        const value: string = textOf(word);
        if (!value.isWellFormed()) tell('half of a surrogate pair has no form in UTF-8');
        if (container?.isName !== true) break;
        container.isName = false;
        container.at = value;
        if (value === '__proto__') tell('a member of this name is lost on the way');
        if (container.names?.has(value) === true) tell('there are two members of this name');
        container.names?.add(value);
    }
  }
  return changes;
}

function textOf(word: string): string {
  const value: unknown = JSON.parse(word);
  return String(value);
}

/** Whether a number is after reading what it was before, whichever way it is written: `1.10` is, `12345678901234567890` isn't. */
function isExact(word: string): boolean {
  const value = Number(word);
  return Number.isFinite(value) && digits(word) === digits(String(value));
}

/** A number's digits without the zeros round them, and the place of the first of them. */
function digits(word: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(word) ?? [];
  const all = `${whole}${fraction}`;
  const first = all.search(/[1-9]/);
  // Zero has neither sign nor place.
  if (first === -1) return '0';
  return `${sign}${all.slice(first).replace(/0+$/, '')}e${whole.length - first + Number(exponent)}`;
}
