import { isCustomersApiError } from '@customer-contracts/client';
import type { ComponentChildren } from 'preact';

import { Countdown } from './countdown.tsx';
import { Dialog } from './dialog.tsx';
import { Failure } from './failure.tsx';

interface ConfirmDialogProps {
  readonly title: string;
  readonly action: string;
  readonly isPending: boolean;
  /** Why it was not done the last time. */
  readonly error: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly isWide?: boolean;
  readonly children: ComponentChildren;
}

/** Asks before something is done that can't be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, action, isPending, error, onConfirm, onClose, isWide = false, children } = props;
  const wait = isCustomersApiError(error, 'TooManyRequestsError') ? error.retryAfter : undefined;
  return (
    <Dialog title={title} onClose={onClose} isWide={isWide}>
      <div class="body">
        {children}
        {error !== null && <Failure error={error} />}
      </div>
      <footer>
        <button type="button" autoFocus onClick={onClose}>
          Cancel
        </button>
        <Countdown key={error} kind="danger" wait={wait} isBusy={isPending} onClick={onConfirm}>
          {action}
        </Countdown>
      </footer>
    </Dialog>
  );
}
