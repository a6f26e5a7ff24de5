import type { PactDocument } from '../document/pact-document.ts';
import { documentedInteractions } from '../documented/documented-interaction.ts';
import { interactionsOutside } from '../documented/outside.ts';
import { isList } from '../json/json-value.ts';
import { refuseOptions } from '../refuse-options.ts';
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
const known = {
  ignore: {
    fits: (ignored: unknown) => isList(ignored) && ignored.every((id) => ids.some((each) => each === id)),
    advice: `Give ids of rules: ${ids.join(', ')}`,
  },
};

/**
 * Judges every interaction of pacts by what the API documents: requests as what it takes, answers as what it gives,
 * matching rules as what can fit, and interactions beside each other. No provider is needed. Of interactions about other
 * endpoints of the provider only names, keys and matching rules are looked at.
 *
 * @returns the findings in the order of pacts, interactions and rules; none when all is well.
 * @throws {PactOptionError} when there is no such option or rule.
 */
export function lint(pacts: readonly PactDocument[], options: LintOptions = {}): readonly Finding[] {
  refuseOptions('lint pacts', options, known);
  const { ignore = [] } = options;
  const rules = checkedRules.filter(({ id }) => !ignore.includes(id));
  const findings: Finding[] = [];
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
