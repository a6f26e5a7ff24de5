import { CustomerInput } from '@customer-contracts/schemas';
import { useQuery, useQueryClient } from '@tanstack/preact-query';

import { createCustomer } from '../calls/create-customer.ts';
import { readEditableCustomer } from '../calls/editable-customer.ts';
import { replaceCustomer } from '../calls/replace-customer.ts';
import { ApiForm, type FieldValues } from '../form/api-form.tsx';
import { ChangedMeanwhile } from '../form/changed-meanwhile.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Failure } from '../parts/failure.tsx';
import { useNotice } from '../shell/notice.tsx';
import { useClient } from '../use-client.ts';
import { customerBody } from './customer-body.ts';
import { CustomerFields } from './customer-fields.tsx';

interface CustomerDialogProps {
  /** The customer to edit; a new one when absent. */
  readonly id?: string;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

/** Creates a customer, or edits one: read anew, since a PUT replaces all that it is not told. */
export function CustomerDialog({ id, onClose, onSaved }: CustomerDialogProps) {
  const client = useClient();
  const queries = useQueryClient();
  const notify = useNotice();
  const queryKey = ['editable-customer', id];
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => (id === undefined ? null : readEditableCustomer(client, { id }, { signal })),
    gcTime: 0,
    staleTime: Infinity,
  });
  const send = async (fields: FieldValues) => {
    const customer = customerBody(fields, data ?? undefined);
    if (id === undefined) return createCustomer(client, { customer });
    // The API takes no condition, so this is as near to the save as one can look.
    const now = await readEditableCustomer(client, { id });
    if (now.revision !== data?.revision) {
      queries.setQueryData(queryKey, now);
      throw new ChangedMeanwhile(now.updatedTime);
    }
    return replaceCustomer(client, { id, customer });
  };
  return (
    <Dialog title={id === undefined ? 'New customer' : 'Edit the customer'} onClose={onClose}>
      {error && (
        <div class="body">
          <Failure error={error} onRetry={() => void refetch()} />
        </div>
      )}
      {data === undefined && !error && <p class="body loading">Loading…</p>}
      {data !== undefined && (
        <ApiForm
          name={customerForm(id)}
          schema={CustomerInput}
          action={id === undefined ? 'Create' : 'Save'}
          send={send}
          onDone={(saved) => {
            void queries.invalidateQueries();
            notify(id === undefined ? 'The customer is created.' : 'The customer is saved.');
            onSaved(saved.id);
          }}
          onClose={onClose}
        >
          <CustomerFields customer={data ?? undefined} />
        </ApiForm>
      )}
    </Dialog>
  );
}

/** The name of the form of a customer, or of a new one: what is typed into it is kept under it. */
export function customerForm(id?: string): string {
  return id === undefined ? 'new customer' : `customer ${id}`;
}
