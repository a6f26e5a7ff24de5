import { isCustomersApiError } from '@customer-contracts/client';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useReducer } from 'preact/hooks';

interface CountdownProps {
  /** Why one may have to wait: when it is a 429, for the `retryAfter` of that. */
  readonly error: unknown;
  readonly kind?: 'primary' | 'danger';
  readonly type?: 'button' | 'submit';
  /** Whether what it began is still under way. */
  readonly isBusy?: boolean;
  readonly onClick?: () => void;
  readonly children: ComponentChildren;
}

/** A button that can be used as soon as the API allows it again; until then it says how long that takes. */
export function Countdown({ error, kind, type = 'button', isBusy = false, onClick, children }: CountdownProps) {
  const seconds = useSecondsLeft(error);
  const isReady = seconds === 0 && !isBusy;
  // Not `disabled`, which would take the focus away from who has just pressed it.
  return (
    <button
      type={type}
      class={kind ?? ''}
      aria-disabled={!isReady}
      aria-busy={isBusy}
      onClick={(event) => (isReady ? onClick?.() : event.preventDefault())}
    >
      {children}
      {seconds > 0 && <span class="figures"> in {clock(seconds)}</span>}
    </button>
  );
}

function useSecondsLeft(error: unknown): number {
  const end = useMemo(() => Date.now() + waitOf(error), [error]);
  const [, tick] = useReducer((count: number) => count + 1, 0);
  const seconds = Math.max(0, Math.ceil((end - Date.now()) / 1000));
  const isOver = seconds === 0;
  useEffect(() => {
    if (isOver) return undefined;
    const timer = setInterval(tick, 250, undefined);
    return () => clearInterval(timer);
  }, [end, isOver]);
  return seconds;
}

function waitOf(error: unknown): number {
  return (isCustomersApiError(error, 'TooManyRequestsError') && error.retryAfter) || 0;
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
