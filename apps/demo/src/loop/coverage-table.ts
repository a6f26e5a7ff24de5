import { styleText } from 'node:util';

import type { CellCoverage } from '@customer-contracts/pact';
import { operationIds, operations } from '@customer-contracts/schemas';
import Table from 'cli-table3';

const verified = styleText('green', '✔');
const inContract = styleText('yellow', '◌');
const missing = styleText('red', '✘');

/** The operations as rows and the statuses as columns, with a mark in each of the 40 cells. */
export function coverageTable(cells: readonly CellCoverage[]): string {
  const statuses = [...new Set(cells.map(({ status }) => status))].toSorted((a, b) => a - b);
  const table = new Table({
    head: ['operation', ...statuses.map(String)].map((title) => styleText('bold', title)),
    colAligns: ['left', ...statuses.map(() => 'center' as const)],
    style: { head: [], border: [] },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  for (const id of operationIds) {
    const own = new Map(cells.filter(({ operationId }) => operationId === id).map((cell) => [cell.status, mark(cell)]));
    table.push([`${operations[id].method} ${operations[id].path}`, ...statuses.map((status) => own.get(status) ?? '')]);
  }
  const count = cells.filter(({ isVerified }) => isVerified).length;
  return `${table.toString()}\n${verified} in contract and verified: ${count} of ${cells.length}   ${inContract} in contract only   ${missing} missing\n`;
}

function mark({ interactions, isVerified }: CellCoverage): string {
  if (isVerified) return verified;
  return interactions > 0 ? inContract : missing;
}
