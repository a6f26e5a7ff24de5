import { cells } from '@customer-contracts/schemas';
import { type Evidence, type Standing, standingsBy, witnessInWords } from '@customer-contracts/schemas/evidence';

import { decisions } from './decisions.ts';
import { existingEvidence, readEvidence } from './evidence-file.ts';
import { scenarios, unseen } from './scenarios.ts';

const nothing: Evidence = { shape: { source: { kind: 'traffic', place: '' }, operations: {} }, observations: [] };

/**
 * What each documented answer and each of our decisions rests on, as a page of Markdown.
 *
 * @param file the recorded evidence.
 * @param mustExist whether it has to be there; if not, nobody has seen anything.
 * @throws {EvidenceError} when it can't be read.
 */
export function evidenceReport(file: string, mustExist: boolean): string {
  const standing = standingsBy(mustExist ? existingEvidence(file) : (readEvidence(file) ?? nothing));
  const row = (about: string, title: string): string => {
    const questions = scenarios.filter((scenario) => scenario.about === about).length;
    const { reason = '' } = unseen.find((each) => each.about === about) ?? {};
    return `| ${title} | ${questions === 0 ? `none: ${reason}` : questions} | ${inWords(standing(about))} |`;
  };
  return [
    '## Decisions',
    '',
    '| Decision | Questions | Evidence |',
    '| --- | --- | --- |',
    ...Object.entries(decisions).map(([about, { title }]) => row(about, `[${title}](api-decisions.md#${about})`)),
    '',
    '## Answers',
    '',
    '| Answer | Questions | Evidence |',
    '| --- | --- | --- |',
    ...cells.map((about) => row(about, `\`${about}\``)),
  ].join('\n');
}

function inWords(standing: Standing): string {
  switch (standing.kind) {
    case 'none':
      return 'none';
    case 'documented':
      return 'documented';
    case 'seen':
      return `seen${witnessInWords(standing)}`;
    case 'contradicted':
      return `**contradicted**${witnessInWords(standing)}: ${standing.what.join('; ')}`;
    default:
      return standing satisfies never;
  }
}
