import { harmless } from '@customer-contracts/schemas/internal';

/**
 * Anybody's text inside of a line of GitHub's Markdown: shown as it is, whatever it says. It makes no markup, and mentions
 * and links to nobody. `|` is left to the table.
 */
export function markdownText(text: string): string {
  return entities(harmless(text))
    .replaceAll(/[\\`*_~[\]!$:]/g, String.raw`\$&`)
    .replaceAll(/(www)(?=\.)/gi, '$1\\')
    .replaceAll(/[@#]/g, '$&<!-- -->');
}

/** The same as code; not between backticks where it may have some itself. */
export function code(text: string): string {
  return /^[\w.[\]*$/ -]+$/.test(text) ? `\`${text}\`` : `<code>${markdownText(text)}</code>`;
}

function entities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
