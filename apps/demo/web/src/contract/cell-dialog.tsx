import type { ContractReport, ReportedCell } from '../../../src/report/contract-report.ts';
import { Dialog } from '../parts/dialog.tsx';
import { cellState, stateWords } from './cell-state.ts';
import { EvidenceMark } from './evidence-mark.tsx';
import { InteractionView } from './interaction-view.tsx';
import { Moment } from './moment.tsx';
import { StateMark } from './state-mark.tsx';

interface CellDialogProps {
  readonly cell: ReportedCell;
  readonly report: ContractReport;
  readonly onClose: () => void;
}

/** All that consumers expect of one documented answer. */
export function CellDialog({ cell, report, onClose }: CellDialogProps) {
  const { status, description, evidence, interactions } = cell;
  const { method = '', path = '' } = report.operations.find((each) => each.operationId === cell.operationId) ?? {};
  const { verifiedAt, provider } = report;
  const state = cellState(cell);
  return (
    <Dialog title={`${method} ${path}: ${status}`} onClose={onClose} isWide>
      <div class="body expectations">
        <p>{description}</p>
        <p class="state">
          <StateMark state={state} />
          <span>
            {capitalized(stateWords(provider)[state])}
            {verifiedAt !== null && interactions.length > 0 && (
              <span class="under">
                {' '}
                <Moment time={verifiedAt} />
              </span>
            )}
          </span>
        </p>
        {evidence && (
          <p class="state">
            <EvidenceMark kind={evidence.kind} />
            <span>
              {[capitalized(evidence.words), ...(evidence.what.length > 0 ? [evidence.what.join('; ')] : [])].join(
                ': ',
              )}
            </span>
          </p>
        )}
        {interactions.length === 0 && (
          <p class="note">
            No consumer has said that it reads this answer. A change of it breaks nobody, as far as the contracts tell.
          </p>
        )}
        {report.consumers.map((consumer) => {
          const own = interactions.filter((interaction) => interaction.consumer === consumer);
          return (
            own.length > 0 && (
              <section key={consumer}>
                <h3>{consumer}</h3>
                {own.map((interaction) => (
                  <InteractionView
                    key={interaction.description + JSON.stringify(interaction.states)}
                    interaction={interaction}
                    isOpen={interaction === interactions[0]}
                  />
                ))}
              </section>
            )
          );
        })}
      </div>
    </Dialog>
  );
}

function capitalized(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
