import type { Page } from './page.ts';

const page = (name: string, title: string, text: string): Page => ({
  path: `play/${name}`,
  title,
  group: 'Try it here',
  markdown: `# ${title}\n\n${text}\n\n<StartPlayground name="${name}" />\n`,
});

/** The pages where something is tried. They load what they run when it is started. */
export const playgroundPages: readonly Page[] = [
  page(
    'emulator',
    'Try the API',
    'The emulator runs in this page with 20 customers. Edit the request, send it, and see what the Customers API answers.',
  ),
  page(
    'lint',
    'Lint a pact',
    'Paste a pact file of any version. It is judged in this page, by what the Customers API documents, and goes nowhere.',
  ),
  page(
    'fixtures',
    'Make customers',
    'The same seed and index always give the same customer. No value can reach a real person.',
  ),
];
