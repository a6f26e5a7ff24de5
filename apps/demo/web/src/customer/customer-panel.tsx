import { useQuery } from '@tanstack/preact-query';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

import { showCustomer, type CustomerCard } from '../calls/show-customer.ts';
import { readDraft } from '../form/draft.ts';
import { CloseButton } from '../parts/close-button.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Failure } from '../parts/failure.tsx';
import { nameInWords } from '../parts/in-words.ts';
import { Unsaved } from '../parts/unsaved.tsx';
import { useWindowTitle } from '../shell/page-title.tsx';
import { useClient } from '../use-client.ts';
import { CustomerDialog, customerForm } from './customer-dialog.tsx';
import { CustomerFacts } from './customer-facts.tsx';
import { DuplicatesSection } from './duplicates-section.tsx';
import { focusPanel } from './focus-panel.ts';
import { LeadSourceSection } from './lead-source-section.tsx';
import { MergeDialog } from './merge-dialog.tsx';

interface CustomerPanelProps {
  readonly id: string;
  readonly onClose: () => void;
  /** Opens the panel of another customer. */
  readonly onOpen: (id: string) => void;
}

/** One customer: where the lead came from, who it is, and what may be done about it. */
export function CustomerPanel({ id, onClose, onOpen }: CustomerPanelProps) {
  const client = useClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['customer', id],
    queryFn: ({ signal }) => showCustomer(client, { id }, { signal }),
  });
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useEffect(() => heading.current?.focus(), []);
  useWindowTitle(data && nameInWords(data));

  return (
    <aside
      class="panel"
      aria-labelledby={titleId}
      aria-busy={data === undefined && !error}
      onKeyDown={(event) => {
        // Not the Escape that closes a dialog of the panel.
        if (event.key === 'Escape' && !(event.target instanceof Element && event.target.closest('dialog'))) onClose();
      }}
    >
      <header>
        <div>
          <h2 id={titleId} ref={heading} tabIndex={-1}>
            {data ? nameInWords(data) : error ? 'No customer' : 'Loading…'}
          </h2>
          <p class="under">
            {data && <Kind customer={data} />} <code class="id">{id}</code>
            <CopyButton text={id} name="the id" />
          </p>
        </div>
        <CloseButton onClick={onClose} />
      </header>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data && <Opened customer={data} onOpen={onOpen} />}
      {!data && !error && <PanelSkeleton />}
    </aside>
  );
}

function Opened({ customer, onOpen }: { readonly customer: CustomerCard; readonly onOpen: (id: string) => void }) {
  const [dialog, setDialog] = useState<'edit' | 'merge'>();
  const [other, setOther] = useState<string>();
  const close = () => setDialog(undefined);
  const merge = (otherId?: string) => {
    setOther(otherId);
    setDialog('merge');
  };
  return (
    <>
      <div class="actions">
        <button type="button" onClick={() => setDialog('edit')}>
          Edit
          {dialog === undefined && readDraft(customerForm(customer.id)) && <Unsaved />}
        </button>
        <button type="button" onClick={() => merge()}>
          Merge…
        </button>
      </div>
      <LeadSourceSection id={customer.id} />
      <DuplicatesSection customer={customer} onMerge={merge} />
      <CustomerFacts customer={customer} />
      {dialog === 'edit' && <CustomerDialog id={customer.id} onClose={close} onSaved={close} />}
      {dialog === 'merge' && (
        <MergeDialog
          customer={customer}
          otherId={other}
          onClose={close}
          onMerged={(survivorId) => {
            close();
            onOpen(survivorId);
            focusPanel();
          }}
        />
      )}
    </>
  );
}

/** What the API counts as a lead: nobody has sent an invoice yet. */
function Kind({ customer }: { readonly customer: CustomerCard }) {
  return <span class="badge">{customer.invoiceCount ? 'Customer' : 'Lead'}</span>;
}

function PanelSkeleton() {
  return (
    <div class="skeleton" aria-hidden="true">
      {Array.from({ length: 9 }, (_, line) => (
        <p key={line}>
          <span />
        </p>
      ))}
    </div>
  );
}
