import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { groups, type Page } from './page.ts';
import { output } from './places.ts';

const header = `# Customer Contracts

> Types, fixtures, a client, contract tests, a linter for pact files, a stand-in server and a seeder for the Rebilly Customers API. Eight npm packages, \`@customer-contracts/*\`, MIT.

- Types alone: \`@customer-contracts/types\`. Validation: \`@customer-contracts/schemas\`, with zod 4 as its peer.
- A contract test: \`npx @customer-contracts/pact init\`. A pact that you have: \`npx customer-pact lint pacts\`.
- Node 22.16 or later. Every command has \`--help\`; most have \`--json\`.
`;

/** Writes what language models read: `llms.txt`, a list of the pages, and `llms-full.txt`, all that we wrote in one text. */
export function writeLlms(pages: readonly Page[], base: string): void {
  const lists = groups.map((group) => {
    const lines = pages
      .filter((page) => page.group === group)
      .map(({ title, path }) => `- [${title}](${base}${path}.html)`);
    return lines.length === 0 ? '' : `\n## ${group}\n\n${lines.join('\n')}\n`;
  });
  const texts = pages.filter(
    ({ source, group }) => source !== undefined && group !== 'Decisions' && group !== 'Changelog',
  );
  mkdirSync(output, { recursive: true });
  writeFileSync(join(output, 'llms.txt'), `${header}${lists.join('')}`);
  writeFileSync(
    join(output, 'llms-full.txt'),
    `${header}\n${texts.map(({ markdown }) => markdown).join('\n\n---\n\n')}\n`,
  );
}
