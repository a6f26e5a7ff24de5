import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';

import { showLeadSource } from '../calls/show-lead-source.ts';
import { readDraft } from '../form/draft.ts';
import { Failure } from '../parts/failure.tsx';
import { Unsaved } from '../parts/unsaved.tsx';
import { useClient } from '../use-client.ts';
import { DeleteLeadSourceDialog } from './delete-lead-source-dialog.tsx';
import { LeadSourceComparison } from './lead-source-comparison.tsx';
import { leadSourceForm, LeadSourceDialog } from './lead-source-dialog.tsx';

/** Where a customer came from, and the ways to correct it. */
export function LeadSourceSection({ id }: { readonly id: string }) {
  const client = useClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['lead-source', id],
    queryFn: ({ signal }) => showLeadSource(client, { id }, { signal }),
  });
  const [dialog, setDialog] = useState<'edit' | 'delete'>();
  const close = () => setDialog(undefined);
  return (
    <section class="lead-source">
      <header>
        <h3>Lead source</h3>
        {data !== undefined && (
          <div class="actions">
            <button type="button" onClick={() => setDialog('edit')}>
              {data ? 'Correct' : 'Add'}
              <span class="hidden"> the lead source</span>
              {dialog === undefined && readDraft(leadSourceForm(id)) && <Unsaved />}
            </button>
            {data && (
              <button type="button" class="risky" onClick={() => setDialog('delete')}>
                Delete<span class="hidden"> the lead source</span>
              </button>
            )}
          </div>
        )}
      </header>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data === null && <p class="none">Nobody knows where this customer came from.</p>}
      {data && <LeadSourceComparison leadSource={data} />}
      {dialog === 'edit' && <LeadSourceDialog id={id} leadSource={data ?? undefined} onClose={close} />}
      {dialog === 'delete' && <DeleteLeadSourceDialog id={id} onClose={close} />}
    </section>
  );
}
