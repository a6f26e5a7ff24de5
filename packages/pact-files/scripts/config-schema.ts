import * as z from 'zod';

import { PactConfigFile } from '../src/config/pact-config.ts';
import { exemptionRules } from '../src/lint/exemption-rules.ts';
import { lintRules } from '../src/lint/lint-rules.ts';

/** The JSON Schema of a configuration, for editors: each rule with what it is about. */
export function configSchema(): object {
  const explanations = new Map([...lintRules, ...exemptionRules].map(({ id, explanation }) => [id, explanation]));
  return z.toJSONSchema(PactConfigFile, {
    target: 'draft-7',
    override({ jsonSchema }) {
      for (const [id, rule] of Object.entries(jsonSchema.properties ?? {})) {
        const explanation = explanations.get(id);
        if (explanation !== undefined && typeof rule === 'object') rule.description = explanation;
      }
    },
  });
}
