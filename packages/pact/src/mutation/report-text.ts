import { columns, countOf, markdownCode, markdownTable, markdownText } from '@customer-contracts/pact-files/internal';

import { isFault, type MutationReport, scoreOf } from './mutation-report.ts';
import { type Mutation, type MutationKind, mutationKinds } from './mutation.ts';

/** What a report says in words beside its numbers. */
export interface ReportWords {
  /** What repeats a mutation: `customer-pact mutate --only 3f2a9c1b -- vitest run`; `undefined` where nothing does. */
  readonly repeat: (mutation: Mutation) => string | undefined;
  /** What else there is to know: tests that aren't scored, mutations that were left out. */
  readonly notes: readonly string[];
}

const head = ['interaction', ...mutationKinds, 'skipped'];

/** A report for people: a table by interaction, each fault, and the score. */
export function reportText(report: MutationReport, { repeat, notes }: ReportWords): string {
  const faults = report.mutations.filter(({ outcome }) => isFault(outcome));
  return [
    ...columns([head, ...rowsOf(report)]),
    ...faults.flatMap((mutation) => {
      const again = repeat(mutation);
      return [
        '',
        `${mutation.kind}: ${mutation.message}`,
        `  ${mutation.test}`,
        `  ${mutation.interaction}`,
        ...(again === undefined ? [] : [`  ${again}`]),
      ];
    }),
    ...(notes.length === 0 ? [] : ['', ...notes]),
    '',
    summaryOf(report),
  ].join('\n');
}

/** The same as GitHub's Markdown, for a pull request. */
export function reportMarkdown(report: MutationReport, { notes }: Pick<ReportWords, 'notes'>): string {
  const faults = report.mutations.filter(({ outcome }) => isFault(outcome));
  const cells = faults.map(({ kind, message, test, interaction }) => [
    kind,
    markdownText(message),
    markdownText(test),
    markdownCode(interaction),
  ]);
  return [
    markdownTable(
      head,
      rowsOf(report).map(([interaction = '', ...rest]) => [markdownText(interaction), ...rest]),
    ),
    ...(faults.length === 0 ? [] : [markdownTable(['kind', 'what', 'test', 'interaction'], cells)]),
    ...notes.map(markdownText),
    `${faults.length === 0 ? '✔' : '✘'} ${summaryOf(report)}`,
  ].join('\n\n');
}

function rowsOf({ mutations }: MutationReport): readonly (readonly string[])[] {
  return [...Map.groupBy(mutations, ({ interaction }) => interaction)].map(([interaction, own]) => {
    const score = scoreOf(own);
    const skipped = own.filter(({ outcome }) => outcome === 'skipped').length;
    return [interaction, ...mutationKinds.map((kind) => cellOf(own, kind, score[kind])), String(skipped)];
  });
}

function cellOf(mutations: readonly Mutation[], kind: MutationKind, score: number | null): string {
  const counted = mutations.filter((mutation) => mutation.kind === kind && mutation.outcome !== 'skipped');
  const survived = counted.filter(({ outcome }) => outcome === 'survived').length;
  return score === null ? '-' : `${survived}/${counted.length}`;
}

function summaryOf({ mutations, score }: MutationReport): string {
  const shares = mutationKinds.map((kind) => `${kind} ${percent(score[kind])}`);
  return `${countOf(mutations.length, 'mutation')}: ${shares.join(', ')}`;
}

/** A share in words; what has no cases has none. */
export function percent(share: number | null): string {
  return share === null ? 'without cases' : `${Number((share * 100).toFixed(2))} %`;
}
