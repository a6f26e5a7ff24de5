import { operationIds } from '@customer-contracts/schemas/plain';

import { interactionsOutside } from '../../documented/outside.ts';
import { countOf } from '../../report/text-table.ts';
import type { Finding } from '../finding.ts';
import type { JudgedPact } from '../judged-pact.ts';

/** What was judged, in words, and a sentence about interactions that the table of operations says nothing about, if any. */
export function judgedIn(pacts: readonly JudgedPact[]): readonly string[] {
  const interactions = countOf(
    pacts.reduce((sum, pact) => sum + pact.interactions.length, 0),
    'interaction',
  );
  const judged = `${interactions} of ${countOf(pacts.length, 'pact')}`;
  const outside = pacts.flatMap(interactionsOutside).length;
  const are = outside === 1 ? 'is' : 'are';
  return outside === 0
    ? [judged]
    : [
        judged,
        `${outside} of them ${are} outside of the ${operationIds.length} operations: only names, keys and matching rules were checked`,
      ];
}

/** How many findings there are, by severity. */
export function countsOf(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return `${countOf(errors, 'error')} and ${countOf(findings.length - errors, 'warning')}`;
}
