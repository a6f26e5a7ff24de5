import { useId } from 'preact/hooks';

import { Countdown } from './countdown.tsx';
import { explain } from './explain.ts';

/** What went wrong, in words that help; with a way to try again where that may help. */
export function Failure(props: { readonly error: unknown; readonly onRetry?: (() => void) | undefined }) {
  const { error, onRetry } = props;
  const titleId = useId();
  const { title, advice, tone, mayRetry } = explain(error);
  return (
    <section class={`failure ${tone}`} role="alert" aria-labelledby={titleId}>
      <h3 id={titleId}>{title}</h3>
      <p>{advice}</p>
      {mayRetry && onRetry && (
        <p>
          <Countdown error={error} onClick={onRetry}>
            Try again
          </Countdown>
        </p>
      )}
      <details>
        <summary>What the API said</summary>
        <p>{error instanceof Error ? error.message : String(error)}</p>
      </details>
    </section>
  );
}
