import type { PactDocument } from '../document/pact-document.ts';
import type { Finding } from './finding.ts';

/** Findings as workflow commands of GitHub Actions, one a line: annotations at the line of the interaction. */
export function githubAnnotations(findings: readonly Finding[], pacts: readonly PactDocument[]): string {
  return findings
    .map(({ file, interaction, path, rule, severity, message }) => {
      const { line = 1 } =
        pacts.find((pact) => pact.file === file)?.interactions.find(({ description }) => description === interaction) ??
        {};
      const properties = `file=${property(file)},line=${line},title=${property(rule)}`;
      return `::${severity} ${properties}::${data(`${interaction}: ${path}: ${message}`)}`;
    })
    .join('\n');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
