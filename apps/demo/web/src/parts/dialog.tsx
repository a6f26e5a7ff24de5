import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

import { CloseButton } from './close-button.tsx';

/** A dialog that is open as long as it is rendered. The browser keeps the focus inside, and gives it back afterwards. */
export function Dialog(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly isWide?: boolean;
  readonly children: ComponentChildren;
}) {
  const { title, onClose, isWide = false, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const isLeaving = useRef(false);
  const titleId = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => {
      isLeaving.current = true;
      element?.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={isWide ? 'wide' : ''}
      aria-labelledby={titleId}
      onClose={() => isLeaving.current || onClose()}
    >
      <header>
        <h2 id={titleId}>{title}</h2>
        <CloseButton onClick={onClose} />
      </header>
      {children}
    </dialog>
  );
}
