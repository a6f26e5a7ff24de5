// The part of the package that runs in a page: it reads a text and answers with data. Files, brokers and colours are Node's.

// What a pact file is
export { parsePact } from './document/parse-pact.ts';
export type { HttpInteraction, PactDocument } from './document/pact-document.ts';

// What can be said about it
export { interactionsOutside } from './documented/outside.ts';
export { lint } from './lint/lint.ts';
export { lintMarkdown } from './lint/formats/lint-markdown.ts';
export { lintRules } from './lint/lint-rules.ts';
export type { Finding, Severity } from './lint/finding.ts';
export type { Exemption, LintOptions, RuleSetting } from './lint/lint-options.ts';
export type { LintRule } from './lint/lint-rule.ts';
export type { PactExample } from './lint/pact-example.ts';
export { testedAnswers } from './report/tested-answers.ts';
export { explain, type ExplainedPlace, type Explanation } from './report/explain.ts';

// What the API says today
export { readShapes } from './drift/sources/read-shapes.ts';
export {
  drift,
  type Drift,
  type DriftChange,
  type DriftOptions,
  type PinnedInteraction,
} from './drift/verdicts/drift.ts';
export { driftMarkdown } from './drift/verdicts/formats/drift-markdown.ts';
export type { AnswerExample, ConsumerVerdict, RequestExample } from './drift/verdicts/verdict.ts';

// What can go wrong
export { DriftSourceError } from './drift/sources/drift-source-error.ts';
export { isPactError, PactError, PactFileError, PactOptionError } from './pact-error.ts';
