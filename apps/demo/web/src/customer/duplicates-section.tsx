import { useQuery } from '@tanstack/preact-query';

import { findDuplicates } from '../calls/find-duplicates.ts';
import type { CustomerCard } from '../calls/show-customer.ts';
import { Failure } from '../parts/failure.tsx';
import { nameInWords } from '../parts/in-words.ts';
import { useClient } from '../use-client.ts';

interface DuplicatesSectionProps {
  readonly customer: CustomerCard;
  readonly onMerge: (otherId: string) => void;
}

/** The customers who may be the same person, when there are any. */
export function DuplicatesSection({ customer: { id, email }, onMerge }: DuplicatesSectionProps) {
  const client = useClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['duplicates', id, email],
    queryFn: ({ signal }) => (email ? findDuplicates(client, { id, email }, { signal }) : []),
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined || data.length === 0) return null;
  return (
    <section class="duplicates">
      <h3>{data.length === 1 ? 'A possible duplicate' : `${data.length} possible duplicates`}</h3>
      <ul>
        {data.map((other) => (
          <li key={other.id}>
            <span>
              {nameInWords(other)}
              <span class="under">{other.email}</span>
            </span>
            <button type="button" onClick={() => onMerge(other.id)}>
              Merge…<span class="hidden"> with {nameInWords(other)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
