import { useQuery } from '@tanstack/preact-query';
import { useLocation, useSearch } from 'wouter-preact';

import type { ContractReport, ReportedCell } from '../../../src/report/contract-report.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { CellDialog } from './cell-dialog.tsx';
import { CellMatrix } from './cell-matrix.tsx';
import { cellState, stateWords, type CellState } from './cell-state.ts';
import { EvidenceMark } from './evidence-mark.tsx';
import { loadContract } from './load-contract.ts';
import { Moment } from './moment.tsx';
import { MutationScores } from './mutation-scores.tsx';
import { StateMark } from './state-mark.tsx';

import './contract.css';

/** What consumers expect of the 40 documented answers, and whether the last run found it honoured. */
export function ContractPage() {
  const { data, error, refetch } = useQuery({
    queryKey: ['contract'],
    queryFn: ({ signal }) => loadContract(signal),
  });
  return (
    <section class="page contract" aria-busy={data === undefined && !error}>
      <header class="page-head">
        <PageTitle>Contract</PageTitle>
      </header>
      {error && (
        <section class="failure danger" role="alert">
          <h3>The contract can’t be shown</h3>
          <p>Check that Lead Desk is still running, and the network.</p>
          <p>
            <button type="button" onClick={() => void refetch()}>
              Try again
            </button>
          </p>
          <details>
            <summary>What went wrong</summary>
            <p>{error.message}</p>
          </details>
        </section>
      )}
      {!error && data === undefined && <div class="skeleton matrix-skeleton" aria-hidden="true" />}
      {data === null && <NoContract />}
      {data && <Contract report={data} />}
    </section>
  );
}

function NoContract() {
  return (
    <section class="empty">
      <svg viewBox="0 0 48 48" aria-hidden="true">
        <rect x="8" y="8" width="32" height="32" rx="4" />
        <path d="M8 19h32M8 29h32M19 8v32M29 8v32" />
      </svg>
      <h2>No contract yet</h2>
      <p>
        Run <code>pnpm demo</code>: the contract tests make the contracts, Pact’s verifier checks them, and what both
        found stands here.
      </p>
    </section>
  );
}

function Contract({ report }: { readonly report: ContractReport }) {
  const { cells, consumers, verifiedAt, provider } = report;
  const [openName, open] = useOpenCell();
  const openCell = cells.find((cell) => nameOf(cell) === openName);
  const counts = Map.groupBy(cells, cellState);
  const evidence = Map.groupBy(
    cells.flatMap((cell) => cell.evidence ?? []),
    ({ words }) => words,
  );
  return (
    <>
      <p class="verdict">
        <strong>
          {counts.get('verified')?.length ?? 0} of {cells.length}
        </strong>{' '}
        documented answers are in contract and honoured by {provider}.{' '}
        {verifiedAt === null ? (
          'The last run asked nobody.'
        ) : (
          <>
            It was asked <Moment time={verifiedAt} />.
          </>
        )}
      </p>
      <ul class="legend">
        {[...counts.keys()].map((state) => (
          <StateEntry key={state} state={state} provider={provider} count={counts.get(state)?.length ?? 0} />
        ))}
        {[...evidence].map(([words, [first, ...rest]]) => (
          <li key={words}>
            {first && <EvidenceMark kind={first.kind} />} {1 + rest.length} {words}
          </li>
        ))}
        {consumers.map((consumer, index) => (
          <li key={consumer}>
            <i class={`consumer-${index + 1}`} aria-hidden="true" /> {consumer}
          </li>
        ))}
      </ul>
      <CellMatrix report={report} onOpen={(cell) => open(nameOf(cell))} />
      <p class="under">
        An answer opens what its consumers send and expect. Each example stands for all that its rules allow.
      </p>
      {report.mutations.length > 0 && <MutationScores scores={report.mutations} />}
      {openCell && <CellDialog cell={openCell} report={report} onClose={() => open(undefined)} />}
    </>
  );
}

function StateEntry(props: { readonly state: CellState; readonly provider: string; readonly count: number }) {
  const { state, provider, count } = props;
  return (
    <li>
      <StateMark state={state} /> {count} {stateWords(provider)[state]}
    </li>
  );
}

/** The answer that is open, in the address, so that it can be linked to. */
function useOpenCell() {
  const name = new URLSearchParams(useSearch()).get('answer');
  const [, navigate] = useLocation();
  const open = (next: string | undefined) =>
    navigate(next === undefined ? '/contract' : `/contract?${new URLSearchParams({ answer: next })}`);
  return [name, open] as const;
}

function nameOf({ operationId, status }: ReportedCell): string {
  return `${operationId}-${status}`;
}
