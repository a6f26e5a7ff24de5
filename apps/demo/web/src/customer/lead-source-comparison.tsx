import type { LeadSourceCard } from '../calls/show-lead-source.ts';
import { dayInWords } from '../parts/in-words.ts';
import { MediumBadge } from '../parts/medium-badge.tsx';
import { leadSourceMembers } from './lead-source-members.ts';

/** The newest attribution beside the first one: the API keeps the first in `original`, whatever is recorded later. */
export function LeadSourceComparison({ leadSource }: { readonly leadSource: LeadSourceCard }) {
  const { original } = leadSource;
  const rows = leadSourceMembers.map(([name, title]) => ({
    title,
    now: leadSource[name] || undefined,
    first: original?.[name] || undefined,
    isMedium: name === 'medium',
  }));
  const isFirst = rows.every(({ now, first }) => now === first);
  const known = rows.filter(({ now, first }) => now ?? first);
  return (
    <>
      <table class="comparison">
        <caption class="hidden">Lead source</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">
              Current <small>{dayInWords(leadSource.createdTime)}</small>
            </th>
            {!isFirst && (
              <th scope="col">
                Original <small>{dayInWords(original?.createdTime)}</small>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {known.map(({ title, now, first, isMedium }) => (
            <tr key={title} class={!isFirst && now !== first ? 'changed' : ''}>
              <th scope="row">{title}</th>
              <td>{isMedium && now ? <MediumBadge medium={now} /> : (now ?? <None />)}</td>
              {!isFirst && <td>{isMedium && first ? <MediumBadge medium={first} /> : (first ?? <None />)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {isFirst && <p class="under">This is the original attribution: it was never corrected.</p>}
    </>
  );
}

function None() {
  return <span class="none">none</span>;
}
