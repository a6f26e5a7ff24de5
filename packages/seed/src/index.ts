// Filling an organization
export { seedCustomers } from './seed-customers.ts';
export type { RecordOptions, SeedOptions, TargetOptions } from './seed-options.ts';
export type { Reachable } from './records.ts';
export type { SeedPlan } from './seed-plan.ts';
export type { RequestCounts, SeedSummary, UndoSummary, VerifySummary } from './seed-summary.ts';

// Looking at what is there, and taking it back
export { verifySeed, type VerifyOptions } from './verify-seed.ts';
export { undoSeed, type UndoOptions } from './undo-seed.ts';
export { seedIds } from './seed-ids.ts';

// Letting it live
export {
  churnCustomers,
  type ChurnOptions,
  type ChurnSummary,
  undoChurn,
  type UndoChurnOptions,
} from './churn/churn-customers.ts';

// Asking the API how it decides
export {
  cleanUpEvidence,
  type CleanUpSummary,
  type EvidenceOptions,
  type EvidenceSummary,
  recordEvidence,
  replayEvidence,
  type ReplayOptions,
} from './evidence/evidence.ts';
export type { EvidenceDifference } from './evidence/differences.ts';

// What it tells and is told
export type { Outcome, SeedEvent } from './seed-event.ts';
export type { Shard } from './shard.ts';
export type { Timer } from './timer.ts';

// Errors
export {
  EvidenceError,
  HostRefusedError,
  InterruptedError,
  isSeedError,
  JournalError,
  LedgerError,
  NotConfirmedError,
  PayloadError,
  type PayloadProblem,
  RejectsError,
  RequestFailedError,
  SeedError,
  SeedOptionError,
  UnreachableError,
  UnreconciledError,
  WaitTooLongError,
} from './seed-error.ts';
