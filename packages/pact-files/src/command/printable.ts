import { unicodeEscapes } from '../report/harmless-json.ts';
import { maskSecrets } from '../secrets.ts';

/** A text without keys and tokens, in which a terminal obeys line breaks and the colours of reports alone. */
export function printable(text: string): string {
  // JSON stays JSON with these escapes.
  return maskSecrets(text).replaceAll(obeyed, unicodeEscapes);
}

// oxlint-disable-next-line no-control-regex -- what is looked for
const obeyed = /(?!\u001B\[\d{1,2}m)(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
