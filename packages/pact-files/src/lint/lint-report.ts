import { styleText } from 'node:util';

import { operationIds } from '@customer-contracts/schemas/plain';

import type { PactDocument } from '../document/pact-document.ts';
import { interactionsOutside } from '../documented/outside.ts';
import { columns, countOf } from '../report/text-table.ts';
import type { Finding } from './finding.ts';

/**
 * What a lint found, for people: the file, below it the interaction, below it the findings, and a summary at the end. In
 * colours where the terminal has them; no line break at the end.
 */
export function lintReport(findings: readonly Finding[], pacts: readonly PactDocument[]): string {
  const files = Map.groupBy(findings, ({ file }) => file);
  const blocks = [...files].map(([file, ofFile]) =>
    [
      styleText('underline', file),
      ...[...Map.groupBy(ofFile, ({ interaction }) => interaction)].flatMap(([interaction, found]) => [
        `  ${styleText('bold', interaction)}`,
        ...columns(found.map(({ severity, rule, path, message }) => [severity, rule, `${path}: ${message}`])).map(
          (line) => `    ${paint(line)}`,
        ),
      ]),
    ].join('\n'),
  );
  return [...blocks, summaryOf(findings, pacts)].join('\n\n');
}

function paint(line: string): string {
  return line.replace(/^(error|warning)/, (severity) => styleText(severity === 'error' ? 'red' : 'yellow', severity));
}

function summaryOf(findings: readonly Finding[], pacts: readonly PactDocument[]): string {
  const interactions = countOf(
    pacts.reduce((sum, pact) => sum + pact.interactions.length, 0),
    'interaction',
  );
  const judged = `${interactions} of ${countOf(pacts.length, 'pact')}`;
  if (findings.length === 0) return `${styleText('green', '✔')} ${judged}, nothing found${outsideOf(pacts)}`;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const counts = [countOf(errors, 'error'), countOf(findings.length - errors, 'warning')];
  return `${styleText('red', '✘')} ${counts.join(' and ')} in ${judged}${outsideOf(pacts)}`;
}

/** A line about the interactions that the table of operations says nothing about; nothing where there are none. */
function outsideOf(pacts: readonly PactDocument[]): string {
  const count = pacts.flatMap(interactionsOutside).length;
  const are = count === 1 ? 'is' : 'are';
  return count === 0
    ? ''
    : `\n${count} of them ${are} outside of the ${operationIds.length} operations: only names, keys and matching rules were checked`;
}
