import { styleText } from 'node:util';

import { columns } from '../report/columns.ts';
import { markdownTable } from '../report/markdown-table.ts';
import type { MemberUsage } from './usage.ts';

/** Who reads which member as a table for people. No line break at the end. */
export function usageTable(usages: readonly MemberUsage[]): string {
  const [title = '', ...lines] = columns([head, ...usages.map(cellsOf)]);
  return [styleText('bold', title), ...lines].join('\n');
}

/** The same as a table of GitHub's Markdown. */
export function usageMarkdown(usages: readonly MemberUsage[]): string {
  return markdownTable(
    head,
    usages.map((usage) => {
      const [schema = '', member = '', readers = ''] = cellsOf(usage);
      return [schema, `\`${member}\``, readers];
    }),
  );
}

const head = ['schema', 'member', 'read by'];

function cellsOf({ schema, member, consumers }: MemberUsage): readonly string[] {
  return [schema, member, consumers.map(({ consumer, interactions }) => `${consumer} (${interactions})`).join(', ')];
}
