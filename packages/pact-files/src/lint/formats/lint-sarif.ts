import { linkTo } from '../../link-to.ts';
import type { PactError } from '../../pact-error.ts';
import { type SarifRule, sarifLog } from '../../report/sarif-log.ts';
import { checkedRules } from '../checked-rules.ts';
import { exemptionRules } from '../exemption-rules.ts';
import type { Finding } from '../finding.ts';

/** What a lint found as SARIF 2.1.0, as code scanning reads it. `errors` are about pacts that couldn't be read. */
export function lintSarif(findings: readonly Finding[], errors: readonly PactError[] = []): string {
  const rules = [...checkedRules, ...exemptionRules].map(({ id, severity, explanation }): SarifRule => ({
    id,
    severity,
    explanation,
    ...linkTo(`docs/lint-rules.md#${id}`),
  }));
  return sarifLog(findings, { rules, errors, ...linkTo('docs/lint-rules.md') });
}
