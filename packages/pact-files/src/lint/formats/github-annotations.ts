import { harmless } from '@customer-contracts/schemas/internal';

import type { Finding } from '../finding.ts';

/** Findings as workflow commands of GitHub Actions, one a line: annotations at the lines of the files. */
export function githubAnnotations(findings: readonly Finding[]): string {
  return findings
    .map(({ file, line, interaction, path, rule, severity, message, url = '' }) => {
      const properties = `file=${property(file)},line=${line},title=${property(rule)}`;
      return `::${severity} ${properties}::${data(`${interaction}: ${path}: ${message} ${url}`.trimEnd())}`;
    })
    .join('\n');
}

function data(text: string): string {
  return harmless(text).replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
