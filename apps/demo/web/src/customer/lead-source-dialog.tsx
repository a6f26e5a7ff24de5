import { LeadSourceInput } from '@customer-contracts/schemas';
import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';

import { saveLeadSource } from '../calls/save-lead-source.ts';
import { type LeadSourceCard, showLeadSource } from '../calls/show-lead-source.ts';
import { ApiForm, type FieldValues } from '../form/api-form.tsx';
import { ChangedMeanwhile } from '../form/changed-meanwhile.ts';
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
  const [read, setRead] = useState(leadSource);
  const send = async (fields: FieldValues) => {
    const now = await showLeadSource(client, { id });
    if (!isSame(now ?? undefined, read)) {
      setRead(now ?? undefined);
      throw new ChangedMeanwhile(now?.createdTime);
    }
    return saveLeadSource(client, { id, leadSource: Object.fromEntries(fields) });
  };
  return (
    <Dialog title={leadSource ? 'Correct the lead source' : 'Add a lead source'} onClose={onClose}>
      <ApiForm
        name={leadSourceForm(id)}
        schema={LeadSourceInput}
        action="Save"
        send={send}
        onDone={() => {
          void queries.invalidateQueries();
          notify('The lead source is saved.');
          onClose();
        }}
        onClose={onClose}
      >
        <p class="note">This becomes the current lead source. The original one stays as it was recorded first.</p>
        <div class="fields">
          {leadSourceMembers.map(([name, label], index) => (
            <Field
              key={name}
              name={name}
              label={label}
              value={read?.[name]}
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

/** Whether nobody has recorded another attribution: one of the same second shows in what it says. */
function isSame(one: LeadSourceCard | undefined, other: LeadSourceCard | undefined): boolean {
  return (
    one?.createdTime === other?.createdTime &&
    leadSourceMembers.every(([name]) => (one?.[name] ?? null) === (other?.[name] ?? null))
  );
}

/** The name of the form of a customer's lead source: what is typed into it is kept under it. */
export function leadSourceForm(id: string): string {
  return `lead source ${id}`;
}
