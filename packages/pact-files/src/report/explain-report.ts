import { styleText } from 'node:util';

import { harmless } from '@customer-contracts/schemas/internal';

import type { ExplainedPlace, Explanation } from './explain.ts';
import { type ReportOptions, wrapText } from './wrap-text.ts';

/** What interactions match, for people. In colours where the terminal has them; no line break at the end. */
export function explainReport(explanations: readonly Explanation[], { width = Infinity }: ReportOptions = {}): string {
  const files = Map.groupBy(explanations, ({ file, consumer, provider }) => `${file}: ${consumer} asks ${provider}`);
  return [...files]
    .map(([title, ofFile]) =>
      [styleText('underline', harmless(title)), ...ofFile.map((each) => paragraphOf(each, width))].join('\n\n'),
    )
    .join('\n\n');
}

function paragraphOf(
  { description, states, isPending, request, response, ignored }: Explanation,
  width: number,
): string {
  const { method, path, matches } = request;
  const inside = (line: string): string => wrapText(`    ${harmless(line)}`, width, 6);

  return [
    styleText('bold', harmless(description)),
    ...(isPending ? ['  pending: it may fail without failing a verification'] : []),
    ...states.map((state, index) => `  ${index === 0 ? 'given' : 'and'} ${harmless(state)}`),
    `  ${styleText('cyan', harmless(`${method} ${path}`))}`,
    ...matches.map(lineOf).map(inside),
    inside(
      request.hasBody
        ? 'other headers are free; nothing else in query and body'
        : 'other headers and the body are free; nothing else in the query',
    ),
    `  ${styleText('cyan', String(response.status))}`,
    ...response.matches.map(lineOf).map(inside),
    inside(`other headers and ${response.hasBody ? 'other members' : 'the body'} are free`),
    ...(ignored.length === 0 ? [] : ['  Pact ignores', ...ignored.map(inside)]),
  ].join('\n');
}

function lineOf({ place, fits }: ExplainedPlace): string {
  const name = place
    .replace(/^headers\./, 'header ')
    .replace(/^query\./, 'query ')
    .replace(/^body(?:\.|(?=\[))/, '');
  return `${name}: ${fits}`;
}
