import { useEffect, useRef, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';

import { CountryOptions } from '../parts/country-options.tsx';
import { dayInWords } from '../parts/in-words.ts';
import { usualMedia } from '../parts/medium-tone.ts';
import { hrefOf, type ListState } from './list-state.ts';

interface CustomerSearchFormProps {
  readonly state: ListState;
  readonly go: (change: ListState, options?: { readonly replace?: boolean }) => void;
}

const kinds = [
  ['', 'Everyone'],
  ['lead', 'Leads'],
  ['customer', 'Customers'],
] as const;

/** How long nothing is typed before the words are looked for, in ms. */
const pause = 250;

/** What the list is narrowed by. Each change goes into the address, and from there to the API. */
export function CustomerSearchForm({ state, go }: CustomerSearchFormProps) {
  const { q = '', kind, country, medium, from, to, customer, sort } = state;
  const [words, setWords] = useState(q);
  // Typing on replaces what typing has brought. What came otherwise, a filter, stays a step for the Back button.
  const typed = useRef<string>();
  useEffect(() => setWords(q), [q]);
  useEffect(() => {
    if (words.trim() === q) return undefined;
    const timer = setTimeout(() => {
      go({ q: words.trim(), page: undefined }, { replace: location.search === typed.current });
      typed.current = location.search;
    }, pause);
    return () => clearTimeout(timer);
  }, [words]);
  const isFiltered = [kind, country, medium, from, to].some(Boolean);
  const narrow = (change: ListState) => go({ ...change, page: undefined });

  return (
    <form role="search" class="search" onSubmit={(event) => event.preventDefault()}>
      <label class="words">
        <span class="hidden">Search customers</span>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="7" cy="7" r="4.5" />
          <path d="M10.5 10.5l3.5 3.5" />
        </svg>
        <input
          type="search"
          placeholder="Name, e-mail, phone or id"
          value={words}
          onInput={({ currentTarget }) => setWords(currentTarget.value)}
        />
      </label>
      <div class="filters">
        <fieldset class="segments">
          <legend class="hidden">Who</legend>
          {kinds.map(([value, title]) => (
            <label key={value}>
              <input
                type="radio"
                name="kind"
                checked={(kind ?? '') === value}
                onChange={() => narrow({ kind: value || undefined })}
              />
              <span>{title}</span>
            </label>
          ))}
        </fieldset>
        <label>
          <span class="hidden">Country</span>
          <select
            class={country ? 'set' : ''}
            value={country ?? ''}
            onChange={({ currentTarget }) => narrow({ country: currentTarget.value })}
          >
            <option value="">Any country</option>
            <CountryOptions also={country} />
          </select>
        </label>
        <label>
          <span class="hidden">Medium</span>
          <select
            class={medium ? 'set' : ''}
            value={medium ?? ''}
            onChange={({ currentTarget }) => narrow({ medium: currentTarget.value })}
          >
            <option value="">Any medium</option>
            {[...new Set([...usualMedia, ...(medium ? [medium] : [])])].map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
        <fieldset class="range">
          <legend class="hidden">Created</legend>
          <label>
            Created from <DayInput value={from} onChange={(day) => narrow({ from: day })} />
          </label>
          <label>
            to <DayInput value={to} onChange={(day) => narrow({ to: day })} />
          </label>
        </fieldset>
        {(from || to) && <p class="under">Created {datesInWords(from, to)}</p>}
        {isFiltered && (
          <Link class="quiet" href={hrefOf({ q, customer, sort })}>
            Clear filters
          </Link>
        )}
      </div>
    </form>
  );
}

function datesInWords(from: string | undefined, to: string | undefined): string {
  const [first, last] = [from && `from ${dayInWords(from)}`, to && `until ${dayInWords(to)}`];
  return [first, last].filter(Boolean).join(' ');
}

function DayInput(props: { readonly value: string | undefined; readonly onChange: (day: string) => void }) {
  const { value, onChange } = props;
  return (
    <input
      type="date"
      class={value ? 'set' : ''}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
