import type { BodyPath } from './pact-document.ts';

/** Names stand in single quotes, with nothing escaped: Pact's core takes nothing else. */
const step = /\.?([^.[\]'"]+)|\[(\d+)\]|\[(\*)\]|\['([^']*)'\]/y;

/** The place that a path expression of Pact names: `$.tags[*]['name']`; `undefined` where it can't be read. */
export function parsePlace(expression: string): BodyPath | undefined {
  if (!expression.startsWith('$')) return undefined;
  if (/^\$(\.\w+)*$/.test(expression)) return expression.split('.').slice(1);
  const place: (string | number)[] = [];
  step.lastIndex = 1;
  while (step.lastIndex < expression.length) {
    const found = step.exec(expression);
    if (found === null) return undefined;
    const [, word, index, any, quoted] = found;
    place.push(index === undefined ? (word ?? any ?? quoted ?? '') : Number(index));
  }
  return place;
}
