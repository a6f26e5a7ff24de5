import type { ContractReport, ReportedCell } from '../../../src/report/contract-report.ts';
import { cellState, consumersOf, stateWords } from './cell-state.ts';
import { EvidenceMark } from './evidence-mark.tsx';
import { StateMark } from './state-mark.tsx';

interface CellMatrixProps {
  readonly report: ContractReport;
  readonly onOpen: (cell: ReportedCell) => void;
}

/** The operations as rows and the statuses as columns; each documented answer opens what consumers expect of it. */
export function CellMatrix({ report, onOpen }: CellMatrixProps) {
  const { operations, cells } = report;
  const statuses = [...new Set(cells.map(({ status }) => status))].toSorted((one, other) => one - other);
  return (
    <table class="matrix">
      <caption class="hidden">The documented answers by operation and status</caption>
      <thead>
        <tr>
          <th scope="col">Operation</th>
          {statuses.map((status) => (
            <th key={status} scope="col">
              {status}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {operations.map(({ operationId, method, path, summary }) => (
          <tr key={operationId}>
            <th scope="row">
              <code>
                <b>{method}</b> {path}
              </code>
              <span class="summary">{summary}</span>
            </th>
            {statuses.map((status) => {
              const cell = cells.find((each) => each.operationId === operationId && each.status === status);
              return (
                <td key={status} class={cell === undefined ? 'none' : ''}>
                  {cell && <CellButton cell={cell} name={`${method} ${path}`} report={report} onOpen={onOpen} />}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CellButton(props: {
  readonly cell: ReportedCell;
  readonly name: string;
  readonly report: ContractReport;
  readonly onOpen: (cell: ReportedCell) => void;
}) {
  const { cell, name, report, onOpen } = props;
  const { consumers, provider } = report;
  const state = cellState(cell);
  const { evidence } = cell;
  const counts = consumersOf(cell);
  const by = [...counts].map(([consumer, count]) => `${count} by ${consumer}`).join(', ');
  const label = `${name}, ${cell.status}: ${stateWords(provider)[state]}${by && `; interactions: ${by}`}${evidence ? `; ${evidence.words}` : ''}`;
  return (
    <button type="button" class={`cell ${state}`} aria-label={label} title={label} onClick={() => onOpen(cell)}>
      <span class="status" aria-hidden="true">
        {cell.status}
      </span>
      <StateMark state={state} />
      {evidence && <EvidenceMark kind={evidence.kind} />}
      <span class="consumers" aria-hidden="true">
        {consumers.map((consumer, index) => (
          <i key={consumer} class={`consumer-${index + 1} ${counts.has(consumer) ? '' : 'absent'}`} />
        ))}
      </span>
    </button>
  );
}
