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
  return (
    <Dialog title={title} onClose={onClose} isWide={isWide}>
      <div class="body">{children}</div>
      {error !== null && (
        <div class="outcome">
          <Failure error={error} />
        </div>
      )}
      <footer>
        <button type="button" autoFocus onClick={onClose}>
          Cancel
        </button>
        <Countdown kind="danger" error={error} isBusy={isPending} onClick={onConfirm}>
          {action}
        </Countdown>
      </footer>
    </Dialog>
  );
}
