import type { CellState } from './cell-state.ts';

const icons = {
  verified: 'M3 8.5l3.2 3.2L13 5',
  open: 'M8 3.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9',
  failed: 'M8 3v6M8 12v.4',
  missing: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
} as const satisfies Record<CellState, string>;

/** A state as a shape, for the eye; its words stand beside it, or in the label of what it stands in. */
export function StateMark({ state }: { readonly state: CellState }) {
  return (
    <svg class={`mark ${state}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={icons[state]} />
    </svg>
  );
}
