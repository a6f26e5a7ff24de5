import { LeadSourceInput } from '@customer-contracts/schemas';
import { useQueryClient } from '@tanstack/preact-query';

import { saveLeadSource } from '../calls/save-lead-source.ts';
import type { LeadSourceCard } from '../calls/show-lead-source.ts';
import { ApiForm } from '../form/api-form.tsx';
import { Field } from '../form/field.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { usualMedia } from '../parts/medium-tone.ts';
import { useNotice } from '../shell/notice.tsx';
import { useClient } from '../use-client.ts';
import { leadSourceMembers } from './lead-source-members.ts';

interface LeadSourceDialogProps {
  readonly id: string;
  /** What it begins with; absent where there is no lead source yet. */
  readonly leadSource: LeadSourceCard | undefined;
  readonly onClose: () => void;
}

/** Corrects where a customer came from: the API records it as a new attribution. */
export function LeadSourceDialog({ id, leadSource, onClose }: LeadSourceDialogProps) {
  const client = useClient();
  const queries = useQueryClient();
  const notify = useNotice();
  return (
    <Dialog title={leadSource ? 'Correct the lead source' : 'Add a lead source'} onClose={onClose}>
      <ApiForm
        schema={LeadSourceInput}
        action="Save"
        send={(fields) => saveLeadSource(client, { id, leadSource: Object.fromEntries(fields) })}
        onDone={() => {
          void queries.invalidateQueries();
          notify('The lead source is saved.');
          onClose();
        }}
        onCancel={onClose}
      >
        <p class="note">This becomes the current lead source. The original one stays as it was recorded first.</p>
        <div class="fields">
          {leadSourceMembers.map(([name, label], index) => (
            <Field
              key={name}
              name={name}
              label={label}
              value={leadSource?.[name]}
              type={name === 'referrer' ? 'url' : 'text'}
              autoFocus={index === 0}
              {...(name === 'medium' && { suggestions: usualMedia })}
              {...(name === 'referrer' && { hint: 'A whole address: https://…' })}
            />
          ))}
        </div>
      </ApiForm>
    </Dialog>
  );
}
