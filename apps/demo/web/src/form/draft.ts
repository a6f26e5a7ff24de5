import * as z from 'zod';

/** What was typed into the fields of a form and not saved yet, by name, and what each held before. */
const Draft = z.record(z.string(), z.object({ value: z.string(), was: z.string() }));
export type Draft = Readonly<z.infer<typeof Draft>>;

/**
 * What was typed into a form and not saved yet; `undefined` where nothing was. It is kept for this tab, so that closing the
 * form, a failed save and a reload lose nothing.
 */
export function readDraft(form: string): Draft | undefined {
  try {
    return Draft.parse(JSON.parse(sessionStorage.getItem(keyOf(form)) ?? ''));
  } catch {
    // Nothing was kept, or the browser keeps nothing.
    return undefined;
  }
}

/** Keeps what was typed into a form. An empty draft leaves nothing behind. */
export function keepDraft(form: string, draft: Draft): void {
  try {
    if (Object.keys(draft).length === 0) sessionStorage.removeItem(keyOf(form));
    else sessionStorage.setItem(keyOf(form), JSON.stringify(draft));
  } catch {
    // The browser keeps nothing: the open form still has it.
  }
}

function keyOf(form: string): string {
  return `draft: ${form}`;
}
