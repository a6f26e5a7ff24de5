import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';

import { mergeCustomers } from '../calls/merge-customers.ts';
import { showCustomer, type CustomerCard } from '../calls/show-customer.ts';
import { showLeadSource } from '../calls/show-lead-source.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Failure } from '../parts/failure.tsx';
import { nameInWords } from '../parts/in-words.ts';
import { useNotice } from '../shell/notice.tsx';
import { useClient } from '../use-client.ts';
import { CustomerPicker } from './customer-picker.tsx';
import { MergePreview } from './merge-preview.tsx';

interface MergeDialogProps {
  readonly customer: CustomerCard;
  /** The other one of the two; it is asked for when absent. */
  readonly otherId: string | undefined;
  readonly onClose: () => void;
  readonly onMerged: (survivorId: string) => void;
}

/** Merges two customers who are the same person: first the other one, then who of the two survives. */
export function MergeDialog({ customer, otherId, onClose, onMerged }: MergeDialogProps) {
  const [pickedId, setPickedId] = useState(otherId);
  if (pickedId === undefined) {
    return (
      <Dialog title={`Who else is ${nameInWords(customer)}?`} onClose={onClose}>
        <CustomerPicker exceptId={customer.id} onPick={setPickedId} />
      </Dialog>
    );
  }
  return <MergeOfTwo oneId={customer.id} otherId={pickedId} onClose={onClose} onMerged={onMerged} />;
}

function MergeOfTwo(props: {
  readonly oneId: string;
  readonly otherId: string;
  readonly onClose: () => void;
  readonly onMerged: (survivorId: string) => void;
}) {
  const { oneId, otherId, onClose, onMerged } = props;
  const client = useClient();
  const queries = useQueryClient();
  const notify = useNotice();
  const one = useMergeable(oneId);
  const other = useMergeable(otherId);
  const [survivorId, setSurvivorId] = useState(oneId);
  const duplicateId = survivorId === oneId ? otherId : oneId;
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => mergeCustomers(client, { duplicateId, survivorId }),
    onSuccess: () => {
      queries.removeQueries({ queryKey: ['customer', duplicateId] });
      void queries.invalidateQueries();
      notify('The two customers are one now.');
      onMerged(survivorId);
    },
  });
  const unread = one.error ?? other.error;
  if (unread || one.data === undefined || other.data === undefined) {
    return (
      <Dialog title="Merge two customers" onClose={onClose} isWide>
        <div class="body">{unread ? <Failure error={unread} /> : <p class="loading">Loading…</p>}</div>
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      title="Merge two customers"
      action="Merge them"
      isPending={isPending}
      error={error}
      onConfirm={mutate}
      onClose={onClose}
      isWide
    >
      <MergePreview one={one.data} other={other.data} survivorId={survivorId} onChoose={setSurvivorId} />
    </ConfirmDialog>
  );
}

/** What a preview shows of a customer. */
function useMergeable(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['mergeable', id],
    queryFn: async ({ signal }) => {
      const [customer, leadSource] = await Promise.all([
        showCustomer(client, { id }, { signal }),
        showLeadSource(client, { id }, { signal }),
      ]);
      return { customer, leadSource };
    },
    gcTime: 0,
  });
}
