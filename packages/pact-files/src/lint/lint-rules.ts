import { checkedRules } from './checked-rules.ts';
import type { LintRule } from './lint-rule.ts';

/** The rules of `lint`, in the order in which it looks. */
export const lintRules: readonly LintRule[] = checkedRules;
