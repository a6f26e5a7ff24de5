import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface CountdownProps {
  /** How long it can't be used, in ms from when it appears. Give it a `key` that changes with the reason. */
  readonly wait: number | undefined;
  readonly kind?: 'primary' | 'danger';
  readonly type?: 'button' | 'submit';
  /** Whether what it began is still under way. */
  readonly isBusy?: boolean;
  readonly onClick?: () => void;
  readonly children: ComponentChildren;
}

/** A button that can be used once `wait` has gone by; until then it says how long that takes. */
export function Countdown({ wait = 0, kind, type = 'button', isBusy = false, onClick, children }: CountdownProps) {
  const seconds = useSecondsLeft(wait);
  return (
    <button type={type} class={kind ?? ''} disabled={seconds > 0 || isBusy} aria-busy={isBusy} onClick={onClick}>
      {children}
      {seconds > 0 && <span class="figures"> in {clock(seconds)}</span>}
    </button>
  );
}

function useSecondsLeft(wait: number): number {
  const [end] = useState(() => Date.now() + wait);
  const [left, setLeft] = useState(wait);
  const isOver = left <= 0;
  useEffect(() => {
    if (isOver) return undefined;
    const timer = setInterval(() => setLeft(end - Date.now()), 250);
    return () => clearInterval(timer);
  }, [end, isOver]);
  return Math.max(0, Math.ceil(left / 1000));
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
