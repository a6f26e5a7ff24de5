import type { HardPattern } from '../../matching/hard-patterns.ts';
import type { CheckedRule } from '../lint-rule.ts';
import { reading } from '../pact-example.ts';

const patterned = (regex: string) =>
  reading({
    response: {
      body: { id: 'cus_01' },
      matchingRules: { body: { '$.id': { matchers: [{ match: 'regex', regex }] } } },
    },
  });

export const unreadablePattern: CheckedRule = {
  id: 'unreadable-pattern',
  severity: 'error',
  explanation:
    "A pattern is a regular expression that Pact's core can read, and that it doesn't give up on. Its engine is Oniguruma: lookaround, back-references and possessive quantifiers work, `[\\w-\\.]`, `(?s)`, `(?P<name>)` and `\\u{...}` can't be read. After ten million steps it gives up, as on `^(\\w+\\s?)+$` beside a text of some length that doesn't fit.",
  good: [patterned('(?=cus)\\w+')],
  bad: [patterned('[\\w-\\.]+')],
  check({ ruleTargets }) {
    return ruleTargets
      .filter(({ hardPatterns }) => hardPatterns.length > 0)
      .flatMap(({ hardPatterns, path }) =>
        hardPatterns.map(({ pattern, problem }) => ({ path, message: wordsFor(shortened(pattern), problem) })),
      );
  },
};

function wordsFor(pattern: string, problem: HardPattern['problem']): string {
  switch (problem) {
    case 'unreadable':
      return `Pact's core can't read the pattern /${pattern}/. Write it as Oniguruma has it.`;
    case 'endless':
      return `Pact's core gives up on the pattern /${pattern}/ beside the example. Don't repeat what repeats itself.`;
    case 'unjudged':
      return `The pattern /${pattern}/ was not judged: it is too large, or others took too much work. Make it simple, and mend the others first.`;
    default:
      return problem satisfies never;
  }
}

/** The beginning of what fills pages. */
function shortened(pattern: string): string {
  return pattern.length > 500 ? `${Array.from(pattern).slice(0, 500).join('')}...` : pattern;
}
