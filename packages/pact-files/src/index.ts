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
} from './document/pact-document.ts';
export type { RawMatcher } from './document/raw-matcher.ts';
export type { Variant } from './document/variant.ts';

// What can be said about it
export { lint, type LintOptions } from './lint/lint.ts';
export { githubAnnotations } from './lint/github-annotations.ts';
export { lintReport } from './lint/lint-report.ts';
export { lintRules } from './lint/lint-rules.ts';
export type { Finding, Severity } from './lint/finding.ts';
export type { LintRule } from './lint/lint-rule.ts';
export type { PactExample } from './lint/pact-example.ts';
export { coverage, type CellCoverage } from './coverage/coverage.ts';
export { coverageMarkdown, coverageTable } from './coverage/coverage-table.ts';
export type { Verification, VerifiedInteraction } from './coverage/verification.ts';
export { usage, type ConsumerUsage, type MemberUsage } from './usage/usage.ts';
export { usageMarkdown, usageTable } from './usage/usage-table.ts';
export { diff, type ChangedInteraction, type DiffedInteraction, type PactDiff } from './diff/diff.ts';
export { diffReport } from './diff/diff-report.ts';
export type { Requirement } from './diff/requirement.ts';

// What can go wrong
export { BrokerError } from './sources/broker-error.ts';
export { PactFileError } from './pact-file-error.ts';
export { PactOptionError } from './pact-option-error.ts';
export { isPactError, PactError } from './pact-error.ts';
