/** Closes what it stands in. */
export function CloseButton({ onClick }: { readonly onClick: () => void }) {
  return (
    <button type="button" class="icon" aria-label="Close" onClick={onClick}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />
      </svg>
    </button>
  );
}
