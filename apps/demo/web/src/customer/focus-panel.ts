/** Puts the focus on the name in the panel: when what had it before is gone with what was just done. */
export function focusPanel(): void {
  // After the dialog has given the focus back.
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.panel h2')?.focus());
}
