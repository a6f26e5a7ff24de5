import * as fc from 'fast-check';

import type { RawRule } from '../judged-by-core.ts';
import { jsonValues, rawMatchers } from './values.ts';

const matcher = fc.constantFrom(...rawMatchers);

/** One matcher, or two in any way. */
export const rule: fc.Arbitrary<RawRule> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ matchers: fc.tuple(matcher) }) },
  {
    weight: 1,
    arbitrary: fc.record({ combine: fc.constantFrom('AND', 'OR', 'or'), matchers: fc.tuple(matcher, matcher) }),
  },
);

/** A value of a body, as JSON has it. */
export const jsonValue: fc.Arbitrary<string> = fc.constantFrom(...jsonValues);
