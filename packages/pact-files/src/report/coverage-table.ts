import { styleText } from 'node:util';

import { witnessInWords } from '@customer-contracts/schemas/evidence';
import { operationIds, operations } from '@customer-contracts/schemas/plain';

import type { CellCoverage } from './coverage.ts';
import { honouredBy } from './honoured-by.ts';
import { markdownText } from './markdown-text.ts';
import { markdownTable } from './text-table.ts';

/** How far a cell is: its mark and its colour. */
const stages = {
  verified: { mark: '✔', color: 'green' },
  inContract: { mark: '◌', color: 'yellow' },
  missing: { mark: '✘', color: 'red' },
} as const;
type Stage = (typeof stages)[keyof typeof stages];

/** What an answer rests on, behind the mark of its stage. A decision alone rests on nothing, and no answer does. */
const standings = {
  seen: { mark: '●', color: 'green' },
  documented: { mark: '○', color: 'gray' },
  contradicted: { mark: '!', color: 'red' },
} as const;

/**
 * The operations as rows and the statuses as columns, with a mark in each cell, and what the marks mean. In
 * colours where the terminal has them; no line break at the end.
 */
export function coverageTable(cells: readonly CellCoverage[]): string {
  const { head, rows } = grid(cells);
  const width = Math.max(...rows.map(([name = '']) => name.length));
  const line = ([name = '', ...marks]: readonly string[], paint = painted) =>
    `│ ${[name.padEnd(width), ...marks.map((mark) => mark.padStart(2).padEnd(3))].map(paint).join(' │ ')} │`;
  const border = (left: string, middle: string, right: string) =>
    `${left}${[width, ...head.slice(1).map(() => 3)].map((each) => '─'.repeat(each + 2)).join(middle)}${right}`;
  return [
    border('┌', '┬', '┐'),
    line(head, (title) => styleText('bold', title)),
    ...rows.map((row) => line(row)),
    border('└', '┴', '┘'),
    painted(legendOf(cells).join('   ')),
    ...contradictions(cells),
  ].join('\n');
}

/** The same as a table of GitHub's Markdown, for the comment or the summary of a pull request. */
export function coverageMarkdown(cells: readonly CellCoverage[]): string {
  const { head, rows } = grid(cells);
  const quoted = rows.map(([name = '', ...marks]) => [`\`${name}\``, ...marks]);
  return `${markdownTable(head, quoted)}\n\n${[legendOf(cells).join(' · '), ...contradictions(cells).map((each) => `- ${markdownText(each)}`)].join('\n')}`;
}

function grid(cells: readonly CellCoverage[]): {
  readonly head: readonly string[];
  readonly rows: readonly string[][];
} {
  const statuses = [...new Set(cells.map(({ status }) => status))].toSorted((one, other) => one - other);
  return {
    head: ['operation', ...statuses.map(String)],
    rows: operationIds.map((id) => {
      const own = new Map(
        cells
          .filter((cell) => cell.operationId === id)
          .map((cell) => [cell.status, stageOf(cell).mark + standingOf(cell)]),
      );
      return [`${operations[id].method} ${operations[id].path}`, ...statuses.map((status) => own.get(status) ?? '')];
    }),
  };
}

/** What the marks mean, and how many there are: by each who answered apart. */
function legendOf(cells: readonly CellCoverage[]): readonly string[] {
  const words = new Set(cells.flatMap((cell) => cell.honouredBy.map(honouredBy)));
  const byAnswerer = (words.size === 0 ? [honouredBy({ kind: 'provider' })] : [...words]).map((each) => {
    const honoured = cells.filter((cell) => cell.isVerified && cell.honouredBy.map(honouredBy).includes(each));
    return [stages.verified, `in contract, ${each}`, honoured.length] as const;
  });
  const countOf = (stage: Stage) => cells.filter((cell) => stageOf(cell) === stage).length;
  const counted = [
    ...byAnswerer,
    [stages.inContract, 'in contract only', countOf(stages.inContract)] as const,
    [stages.missing, 'missing', countOf(stages.missing)] as const,
  ];
  return [...counted, ...legendOfEvidence(cells)].map(
    ([{ mark }, meaning, count]) => `${mark} ${meaning}: ${count} of ${cells.length}`,
  );
}

function legendOfEvidence(cells: readonly CellCoverage[]) {
  const all = cells.flatMap(({ evidence }) => evidence ?? []);
  if (all.length === 0) return [];
  const [witness = {}] = all.flatMap((each) => ('date' in each || 'where' in each ? [each] : []));
  const countOf = (kind: keyof typeof standings) => all.filter((each) => each.kind === kind).length;
  return [
    [standings.seen, `seen${witnessInWords(witness)}`, countOf('seen')] as const,
    [standings.documented, 'documented only', countOf('documented')] as const,
    [standings.contradicted, 'contradicted', countOf('contradicted')] as const,
  ];
}

/** What is seen otherwise than it is documented, one answer a line; nothing where there is none. */
function contradictions(cells: readonly CellCoverage[]): readonly string[] {
  return cells.flatMap(({ cell, evidence }) =>
    evidence?.kind === 'contradicted' ? [`! ${cell}: ${evidence.what.join('; ')}`] : [],
  );
}

function standingOf({ evidence }: CellCoverage): string {
  return evidence === undefined || evidence.kind === 'none' ? '' : standings[evidence.kind].mark;
}

function stageOf({ interactions, isVerified }: CellCoverage): Stage {
  if (isVerified) return stages.verified;
  return interactions > 0 ? stages.inContract : stages.missing;
}

function painted(text: string): string {
  return [...Object.values(stages), standings.seen].reduce(
    (all, { mark, color }) => all.replaceAll(mark, styleText(color, mark)),
    text,
  );
}
