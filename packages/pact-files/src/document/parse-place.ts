import type { BodyPath } from './pact-document.ts';

/** What a name without quotes may be made of, for Pact's core. */
const letters = '[\\p{Alphabetic}\\p{N}_:#@-]';
const start = new RegExp(`\\$|([\\p{Alphabetic}\\p{N}]${letters}*)`, 'uy');
/** Names in quotes have nothing escaped, and are not empty. */
const step = new RegExp(`\\.(?:(\\*)|(${letters}+))|(\\[\\*\\])|\\[([0-9]{1,19})\\]|\\['([^']+)'\\]`, 'uy');

/** Whether a step is any member, or any element. */
export function isAnyStep(step: string | number): boolean {
  return step === '*' || step === '[*]';
}

/**
 * The place that a path expression of Pact names: `$.tags[*]['name']`. Its root may be left out, and no expression at all
 * is one. `undefined` where Pact's core can't read it; then it reads nothing of the file.
 */
export function parsePlace(expression: string): BodyPath | undefined {
  if (/^\$(\.\w+)*$/.test(expression)) return expression === '$' ? [] : expression.slice(2).split('.');
  if (expression === '') return [];
  start.lastIndex = 0;
  const [root, first] = start.exec(expression) ?? [];
  if (root === undefined) return undefined;
  const place: (string | number)[] = first === undefined ? [] : [first];
  step.lastIndex = root.length;
  while (step.lastIndex < expression.length) {
    const found = step.exec(expression);
    if (found === null) return undefined;
    const [, any, word, anyIndex, index, quoted] = found;
    place.push(index === undefined ? (any ?? word ?? anyIndex ?? quoted ?? '') : Number(index));
  }
  return place;
}
