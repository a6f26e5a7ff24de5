/** Stands in the button that opens a form into which something was typed that isn't saved yet. */
export function Unsaved() {
  return <small class="unsaved">unsaved</small>;
}
