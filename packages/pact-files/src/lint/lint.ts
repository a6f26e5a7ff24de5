import { checkOptions } from '@customer-contracts/schemas/internal';
import * as z from 'zod';

import type { PactDocument } from '../document/pact-document.ts';
import { documentedInteractions } from '../documented/documented-interaction.ts';
import { interactionsOutside } from '../documented/outside.ts';
import { hasPatterns } from '../matching/has-patterns.ts';
import { loadPatterns } from '../matching/patterns.ts';
import { PactOptionError } from '../pact-error.ts';
import { maskSecrets } from '../secrets.ts';
import { checkedRules } from './checked-rules.ts';
import { examine } from './examined-interaction.ts';
import type { Finding } from './finding.ts';
import { unknownOperation } from './rules/unknown-operation.ts';

/** What {@link lint} takes besides the pacts. */
export interface LintOptions {
  /** The ids of rules that are left out. */
  readonly ignore?: readonly string[];
}

const ids = checkedRules.map(({ id }) => id);
const advice = `Give ids of rules: ${ids.join(', ')}`;
const Options = z.strictObject({ ignore: z.array(z.enum(ids, advice), advice).default([]) });

/**
 * Judges every interaction of pacts by what the API documents: requests as what it takes, answers as what it gives,
 * matching rules as what can fit, and interactions beside each other. No provider is needed. Of interactions about other
 * endpoints of the provider only names, keys and matching rules are looked at.
 *
 * @returns the findings in the order of pacts, interactions and rules; none when all is well.
 * @throws {PactOptionError} when there is no such option or rule.
 */
export async function lint(pacts: readonly PactDocument[], options: LintOptions = {}): Promise<readonly Finding[]> {
  const { ignore } = checkOptions(Options, options, (problem) => new PactOptionError('lint pacts', problem));
  const rules = checkedRules.filter(({ id }) => !ignore.includes(id));
  const findings: Finding[] = [];
  if (pacts.some(hasPatterns)) await loadPatterns();
  for (const pact of pacts) {
    const outside = new Set(interactionsOutside(pact).map(({ request }) => request));
    for (const judged of documentedInteractions(pact)) {
      const interaction = examine(judged);
      const isOutside = outside.has(judged.request);
      for (const { id, severity, check } of rules) {
        if (isOutside && id === unknownOperation.id) continue;
        for (const { path, message } of check(interaction)) {
          findings.push({
            file: pact.file,
            interaction: maskSecrets(interaction.description),
            path: maskSecrets(path),
            rule: id,
            severity,
            message: maskSecrets(message),
          });
        }
      }
    }
  }
  return findings;
}
