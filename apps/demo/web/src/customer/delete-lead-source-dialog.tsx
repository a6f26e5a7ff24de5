import { useMutation, useQueryClient } from '@tanstack/preact-query';

import { deleteLeadSource } from '../calls/delete-lead-source.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { useNotice } from '../shell/notice.tsx';
import { useClient } from '../use-client.ts';
import { focusPanel } from './focus-panel.ts';

/** Asks before the lead source of a customer is deleted: the original one goes with it. */
export function DeleteLeadSourceDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const client = useClient();
  const queries = useQueryClient();
  const notify = useNotice();
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => deleteLeadSource(client, { id }),
    onSuccess: () => {
      void queries.invalidateQueries();
      notify('The lead source is deleted.');
      onClose();
      focusPanel();
    },
  });
  return (
    <ConfirmDialog
      title="Delete the lead source?"
      action="Delete"
      isPending={isPending}
      error={error}
      onConfirm={mutate}
      onClose={onClose}
    >
      <p>The current and the original attribution are forgotten. This can’t be undone.</p>
    </ConfirmDialog>
  );
}
