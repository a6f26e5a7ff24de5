import { useNotice } from '../shell/notice.tsx';

/** Copies a text. `name` says what it is: `the id`. */
export function CopyButton({ text, name }: { readonly text: string; readonly name: string }) {
  const notify = useNotice();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      notify('Copied.');
    } catch {
      notify('The browser does not let this page copy. Select the text instead.');
    }
  };
  return (
    <button
      type="button"
      class="icon copy"
      aria-label={`Copy ${name}`}
      title={`Copy ${name}`}
      onClick={() => void copy()}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
        <path d="M10.5 5.5v-2a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2" />
      </svg>
    </button>
  );
}
