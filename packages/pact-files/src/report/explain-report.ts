import { styleText } from 'node:util';

import { harmless } from '@customer-contracts/schemas/internal';

import type { ExplainedPlace, Explanation } from './explain.ts';

/** What interactions match, for people. In colours where the terminal has them; no line break at the end. */
export function explainReport(explanations: readonly Explanation[]): string {
  const files = Map.groupBy(explanations, ({ file, consumer, provider }) => `${file}: ${consumer} asks ${provider}`);
  return [...files]
    .map(([title, ofFile]) => [styleText('underline', harmless(title)), ...ofFile.map(paragraphOf)].join('\n\n'))
    .join('\n\n');
}

function paragraphOf({ description, states, isPending, request, response, ignored }: Explanation): string {
  const { method, path, matches } = request;
  return [
    styleText('bold', harmless(description)),
    ...(isPending ? ['  pending: it may fail without failing a verification'] : []),
    ...states.map((state, index) => `  ${index === 0 ? 'given' : 'and'} ${harmless(state)}`),
    `  ${styleText('cyan', harmless(`${method} ${path}`))}`,
    ...matches.map(lineOf),
    `    ${request.hasBody ? 'other headers are free; nothing else in query and body' : 'other headers and the body are free; nothing else in the query'}`,
    `  ${styleText('cyan', String(response.status))}`,
    ...response.matches.map(lineOf),
    `    other headers and ${response.hasBody ? 'other members' : 'the body'} are free`,
    ...(ignored.length === 0 ? [] : ['  Pact ignores', ...ignored.map((each) => `    ${harmless(each)}`)]),
  ].join('\n');
}

function lineOf({ place, fits }: ExplainedPlace): string {
  const name = place
    .replace(/^headers\./, 'header ')
    .replace(/^query\./, 'query ')
    .replace(/^body(?:\.|(?=\[))/, '');
  return `    ${harmless(`${name}: ${fits}`)}`;
}
