import { useId } from 'preact/hooks';

import { type ListSort, listSorts } from './list-state.ts';

const sorts = {
  '-createdTime': 'Newest first',
  createdTime: 'Oldest first',
  '-lifetimeRevenue.amount': 'Highest revenue first',
  'lifetimeRevenue.amount': 'Lowest revenue first',
  lastName: 'Last name, A to Z',
  '-lastName': 'Last name, Z to A',
  email: 'E-mail, A to Z',
  '-email': 'E-mail, Z to A',
} satisfies Record<ListSort, string>;

/** What the list is sorted by, where it is too narrow for all the headings that say so. */
export function SortChoice(props: { readonly sort: ListSort; readonly onChange: (sort: ListSort) => void }) {
  const { sort, onChange } = props;
  const id = useId();
  return (
    <p class="sort-choice">
      <label for={id}>Sort</label>
      <select
        id={id}
        value={sort}
        onChange={({ currentTarget }) => {
          const chosen = listSorts.find((each) => each === currentTarget.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {listSorts.map((each) => (
          <option key={each} value={each}>
            {sorts[each]}
          </option>
        ))}
      </select>
    </p>
  );
}
