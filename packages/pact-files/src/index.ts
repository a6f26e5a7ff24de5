// What a pact file is
export { parsePact } from './document/parse-pact.ts';
export { readPacts, type ReadPactsOptions } from './sources/read-pacts.ts';
export type {
  BodyPath,
  HttpInteraction,
  InteractionMessage,
  InteractionRequest,
  InteractionResponse,
  InteractionState,
  MessagePart,
  PactDocument,
  PactGenerator,
  PactRule,
  RawMatcher,
} from './document/pact-document.ts';
export type { Variant } from './document/variant.ts';

// What can be said about it
export { interactionsOutside } from './documented/outside.ts';
export { lint } from './lint/lint.ts';
export { githubAnnotations } from './lint/formats/github-annotations.ts';
export { lintJunit } from './lint/formats/lint-junit.ts';
export { lintMarkdown } from './lint/formats/lint-markdown.ts';
export { lintReport } from './lint/formats/lint-report.ts';
export { lintSarif } from './lint/formats/lint-sarif.ts';
export { lintRules } from './lint/lint-rules.ts';
export { exemptionRules, type ExemptionRule } from './lint/exemption-rules.ts';
export type { Finding, Severity } from './lint/finding.ts';
export type { Exemption, LintOptions, RuleSetting } from './lint/lint-options.ts';
export type { LintRule } from './lint/lint-rule.ts';
export type { PactExample } from './lint/pact-example.ts';
export { parseConfig, type PactConfig } from './config/pact-config.ts';
export { coverage, type CellCoverage } from './report/coverage.ts';
export { readEvidence } from './report/read-evidence.ts';
export { coverageMarkdown, coverageTable } from './report/coverage-table.ts';
export type { Answerer } from './report/answerer.ts';
export type { LeftOut, Verification, VerifiedInteraction } from './report/verification.ts';
export { usage, usageMarkdown, usageTable, type ConsumerUsage, type MemberUsage } from './report/usage.ts';
export { diff, type ChangedInteraction, type DiffedInteraction, type PactDiff } from './report/diff.ts';
export { explain, type ExplainedPlace, type Explanation } from './report/explain.ts';
export { testedAnswers } from './report/tested-answers.ts';
export { explainReport } from './report/explain-report.ts';
export type { ReportOptions } from './report/wrap-text.ts';
export { diffReport } from './report/diff-report.ts';
export type { Requirement } from './report/requirement.ts';

// What the API says today
export { readDriftSource } from './drift/sources/read-drift-source.ts';
export { readShapes } from './drift/sources/read-shapes.ts';
export {
  drift,
  type Drift,
  type DriftChange,
  type DriftOptions,
  type PinnedInteraction,
} from './drift/verdicts/drift.ts';
export { whatIf, type PastChange, type WhatIf, type WhatIfOptions } from './drift/what-if/what-if.ts';
export { whatIfReport } from './drift/what-if/what-if-report.ts';
export { driftMarkdown } from './drift/verdicts/formats/drift-markdown.ts';
export { driftReport } from './drift/verdicts/formats/drift-report.ts';
export type { AnswerExample, ConsumerVerdict, RequestExample } from './drift/verdicts/verdict.ts';

// What can go wrong
export { DriftSourceError } from './drift/sources/drift-source-error.ts';
export { BrokerError } from './sources/broker-error.ts';
export { isPactError, PactError, PactFileError, PactOptionError } from './pact-error.ts';
