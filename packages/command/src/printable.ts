import { unicodeEscapes } from '@customer-contracts/schemas/internal';

/** What a terminal obeys, or what hides or turns what stands beside it, but for line breaks and tabs. */
const obeyed = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The same, but for the colours of our own reports. */
// oxlint-disable-next-line no-control-regex -- what is looked for
const obeyedBesideColours = /(?!\u001B\[\d{1,2}m)(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * A text of which a terminal obeys line breaks and tabs alone, and colours where they are ours. The rest stands there as JSON
 * escapes it, so that JSON stays JSON.
 */
export function printable(text: string, { colours = false }: { readonly colours?: boolean } = {}): string {
  return text.replaceAll(colours ? obeyedBesideColours : obeyed, unicodeEscapes);
}
