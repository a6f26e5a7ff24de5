import { useQuery } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';

import { findCustomers } from '../calls/find-customers.ts';
import { Failure } from '../parts/failure.tsx';
import { nameInWords, placeInWords } from '../parts/in-words.ts';
import { useClient } from '../use-client.ts';

interface CustomerPickerProps {
  /** Who can't be picked. */
  readonly exceptId: string;
  readonly onPick: (id: string) => void;
}

/** Finds another customer by words. */
export function CustomerPicker({ exceptId, onPick }: CustomerPickerProps) {
  const client = useClient();
  const [words, setWords] = useState('');
  const [q, setQ] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQ(words.trim()), 250);
    return () => clearTimeout(timer);
  }, [words]);
  const { data, error, refetch } = useQuery({
    queryKey: ['picker', q],
    queryFn: ({ signal }) => findCustomers(client, { q, page: 1 }, { signal }),
    enabled: q !== '',
  });
  const others = data?.customers.filter(({ id }) => id !== exceptId).slice(0, 8);
  return (
    <div class="body picker">
      <div class="field">
        <label for="picker-words">Name, e-mail, phone or id</label>
        <input
          id="picker-words"
          type="search"
          autoFocus
          value={words}
          onInput={({ currentTarget }) => setWords(currentTarget.value)}
        />
      </div>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      <p class="under" role="status">
        {others && (others.length === 0 ? 'No other customer fits.' : `${others.length} found`)}
      </p>
      <ul>
        {others?.map((other) => (
          <li key={other.id}>
            <button type="button" class="row" onClick={() => onPick(other.id)}>
              <span class="who">{nameInWords(other)}</span>
              <span class="under">{[other.email, placeInWords(other.primaryAddress)].filter(Boolean).join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
