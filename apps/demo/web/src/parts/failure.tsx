import { isCustomersApiError } from '@customer-contracts/client';
import { useId } from 'preact/hooks';

import { Countdown } from './countdown.tsx';
import { explain } from './explain.ts';

/** What went wrong, in words that help; with a way to try again where that may help. */
export function Failure(props: { readonly error: unknown; readonly onRetry?: (() => void) | undefined }) {
  const { error, onRetry } = props;
  const titleId = useId();
  const { title, advice, tone, mayRetry } = explain(error);
  const wait = isCustomersApiError(error, 'TooManyRequestsError') ? error.retryAfter : undefined;
  return (
    <section class={`failure ${tone}`} role="alert" aria-labelledby={titleId}>
      <h3 id={titleId}>{title}</h3>
      <p>{advice}</p>
      {mayRetry && onRetry && (
        <p>
          <Countdown key={error} wait={wait} onClick={onRetry}>
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
