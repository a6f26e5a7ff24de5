import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { Failure } from '../parts/failure.tsx';

/** A page whose code is loaded when it is first shown. */
export function lazyPage(load: () => Promise<ComponentType>): ComponentType {
  return function LazyPage() {
    const [Page, setPage] = useState<ComponentType>();
    const [error, setError] = useState<unknown>();
    useEffect(() => {
      // In a function, since a component is one, too, and would be called as an update.
      load().then((page) => setPage(() => page), setError);
    }, []);
    if (error !== undefined) return <Failure error={error} onRetry={() => location.reload()} />;
    return Page === undefined ? <p class="loading">Loading…</p> : <Page />;
  };
}
