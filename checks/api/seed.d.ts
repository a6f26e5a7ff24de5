// The public API of @customer-contracts/seed, written by `pnpm api`. What it refers to without exporting it stands behind.

// @customer-contracts/seed ChurnOptions
export interface ChurnOptions extends Omit<RecordOptions, 'payload'>, TargetOptions, Pick<SeedOptions, 'dryRun' | 'confirm'> {
    readonly day: string;
    readonly days?: number | undefined;
}

// @customer-contracts/seed ChurnSummary
export interface ChurnSummary extends RequestCounts {
    readonly records: number;
    readonly created: number;
    readonly replaced: number;
    readonly merged: number;
    readonly unchanged: number;
    readonly gone: number;
    readonly refused: number;
}

// @customer-contracts/seed CleanUpSummary
export type CleanUpSummary = Pick<EvidenceSummary, 'left'> & RequestCounts;

// @customer-contracts/seed EvidenceDifference
export interface EvidenceDifference {
    readonly about: string;
    readonly scenario?: string;
    readonly what: string;
}

// @customer-contracts/seed EvidenceError
export declare class EvidenceError extends SeedError {
    readonly name = "EvidenceError";
    readonly file: string;
    constructor(verb: 'read' | 'write', file: string, received: string, advice: string, options?: ErrorOptions);
}

// @customer-contracts/seed EvidenceOptions
export interface EvidenceOptions extends TargetOptions, Pick<SeedOptions, 'confirm'> {
    readonly file: string;
    readonly ledger?: string | undefined;
    readonly update?: boolean | undefined;
}

// @customer-contracts/seed EvidenceSummary
export interface EvidenceSummary extends RequestCounts {
    readonly questions: number;
    readonly asDecided: number;
    readonly otherwise: number;
    readonly none: number;
    readonly differences: readonly EvidenceDifference[];
    readonly left: readonly string[];
}

// @customer-contracts/seed HostRefusedError
export declare class HostRefusedError extends SeedError {
    readonly name = "HostRefusedError";
    readonly host: string;
    constructor(host: string, received: string, advice: string);
}

// @customer-contracts/seed InterruptedError
export declare class InterruptedError extends SeedError {
    readonly name = "InterruptedError";
    readonly done: number;
    readonly records: number;
    constructor(done: number, records: number, cause: unknown, what?: string);
}

// @customer-contracts/seed JournalError
export declare class JournalError extends SeedError {
    readonly name = "JournalError";
    readonly file: string;
    constructor(file: string, received: string, advice: string, options?: ErrorOptions);
}

// @customer-contracts/seed LedgerError
export declare class LedgerError extends SeedError {
    readonly name = "LedgerError";
    readonly file: string;
    constructor(file: string, received: string, advice: string, options?: ErrorOptions);
}

// @customer-contracts/seed NotConfirmedError
export declare class NotConfirmedError extends SeedError {
    readonly name = "NotConfirmedError";
    readonly writes: number;
    constructor(work: string, writes: number);
}

// @customer-contracts/seed Outcome
export type Outcome = 'created' | 'replaced' | 'unchanged' | 'kept' | 'merged' | 'gone' | 'refused' | 'missing' | 'changed' | 'extra';

// @customer-contracts/seed PayloadError
export declare class PayloadError extends SeedError {
    readonly name = "PayloadError";
    readonly file: string;
    readonly problems: readonly PayloadProblem[];
    constructor(file: string, received: string, advice: string, problems?: readonly PayloadProblem[], options?: ErrorOptions);
}

// @customer-contracts/seed PayloadProblem
export interface PayloadProblem {
    readonly line: number;
    readonly id: string | undefined;
    readonly reason: string;
}

// @customer-contracts/seed Reachable
export interface Reachable {
    readonly records: number;
    readonly first: string;
}

// @customer-contracts/seed RecordOptions
export interface RecordOptions {
    readonly count?: number | undefined;
    readonly seed?: number | undefined;
    readonly locale?: string | undefined;
    readonly leadSources?: number | undefined;
    readonly duplicates?: number | undefined;
    readonly websiteId?: string | undefined;
    readonly payload?: string | undefined;
    readonly shard?: Shard | undefined;
}

// @customer-contracts/seed RejectsError
export declare class RejectsError extends SeedError {
    readonly name = "RejectsError";
    readonly file: string;
    constructor(file: string, received: string, advice: string, options?: ErrorOptions);
}

// @customer-contracts/seed ReplayOptions
export interface ReplayOptions extends Omit<EvidenceOptions, 'to' | 'apiKey' | 'update'> {
    readonly to?: string | undefined;
    readonly apiKey?: string | undefined;
}

// @customer-contracts/seed RequestCounts
export interface RequestCounts {
    readonly reads: number;
    readonly writes: number;
    readonly retries: number;
    readonly refusals: number;
}

// @customer-contracts/seed RequestFailedError
export declare class RequestFailedError extends SeedError {
    readonly name = "RequestFailedError";
    readonly place: string;
    constructor(work: string, place: string, cause: Error);
}

// @customer-contracts/seed SeedError
export declare class SeedError extends Error {
    readonly name: string;
}

// @customer-contracts/seed SeedEvent
export type SeedEvent = ({
    readonly type: 'plan';
} & SeedPlan) | {
    readonly type: 'customer';
    readonly id: string;
    readonly outcome: Outcome;
    readonly members?: readonly string[];
    readonly reason?: string;
} | {
    readonly type: 'scenario';
    readonly scenario: string;
    readonly about: string;
    readonly observed: string;
} | ({
    readonly type: 'difference';
} & EvidenceDifference) | {
    readonly type: 'left';
    readonly what: string;
} | {
    readonly type: 'overwrite';
    readonly id: string;
    readonly members: readonly string[];
    readonly revision?: number;
    readonly updatedTime?: string;
} | {
    readonly type: 'distrust';
    readonly missing: readonly string[];
} | {
    readonly type: 'retry';
    readonly about: string;
    readonly reason: string;
    readonly milliseconds: number;
} | {
    readonly type: 'refused';
} | {
    readonly type: 'wait';
    readonly milliseconds: number;
} | ({
    readonly type: 'allowance';
} & Allowance);

// @customer-contracts/seed SeedOptionError
export declare class SeedOptionError extends SeedError {
    readonly name = "SeedOptionError";
    readonly option: string;
    constructor({ option, received, advice }: OptionProblem, options?: ErrorOptions);
}

// @customer-contracts/seed SeedOptions
export interface SeedOptions extends RecordOptions, TargetOptions {
    readonly journal?: string | undefined;
    readonly ledger?: string | undefined;
    readonly rejects?: string | undefined;
    readonly keepChanged?: boolean | undefined;
    readonly dryRun?: boolean | undefined;
    readonly confirm?: ((plan: SeedPlan) => boolean | Promise<boolean>) | undefined;
}

// @customer-contracts/seed SeedPlan
export interface SeedPlan {
    readonly host: string;
    readonly organization: string;
    readonly records: string;
    readonly of?: 'questions';
    readonly from: number;
    readonly to: number;
    readonly journaled: number;
    readonly ledger: string | null;
    readonly reads: number;
    readonly writes: number;
    readonly saved: number;
    readonly bytes: number;
    readonly reachable: Reachable | null;
    readonly allowance: Allowance | null;
    readonly milliseconds: number;
}

// @customer-contracts/seed SeedSummary
export interface SeedSummary extends RequestCounts {
    readonly records: number;
    readonly created: number;
    readonly replaced: number;
    readonly unchanged: number;
    readonly kept: number;
    readonly refused: number;
    readonly journaled: number;
}

// @customer-contracts/seed Shard
export interface Shard {
    readonly index: number;
    readonly of: number;
}

// @customer-contracts/seed TargetOptions
export interface TargetOptions {
    readonly to: string;
    readonly apiKey: string;
    readonly allowHosts?: readonly string[] | undefined;
    readonly allowHttp?: boolean | undefined;
    readonly concurrency?: number | undefined;
    readonly rate?: Allowance | undefined;
    readonly timeout?: number | undefined;
    readonly maxWait?: number | undefined;
    readonly signal?: AbortSignal | undefined;
    readonly onEvent?: ((event: SeedEvent) => void) | undefined;
    readonly timer?: Timer | undefined;
}

// @customer-contracts/seed Timer
export interface Timer {
    readonly now: () => number;
    readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

// @customer-contracts/seed UndoChurnOptions
export interface UndoChurnOptions extends ChurnOptions {
    readonly into: string;
}

// @customer-contracts/seed UndoOptions
export interface UndoOptions extends RecordOptions, TargetOptions {
    readonly into: string;
    readonly ledger?: string | readonly string[] | undefined;
    readonly journal?: string | undefined;
    readonly withoutLedger?: boolean | undefined;
    readonly includeChanged?: boolean | readonly string[] | undefined;
    readonly dryRun?: boolean | undefined;
}

// @customer-contracts/seed UndoSummary
export interface UndoSummary extends RequestCounts {
    readonly records: number;
    readonly merged: number;
    readonly gone: number;
    readonly kept: number;
    readonly refused: number;
}

// @customer-contracts/seed UnreachableError
export declare class UnreachableError extends SeedError {
    readonly name = "UnreachableError";
    readonly host: string;
    constructor(host: string, { received, advice }: Unreachable, cause: unknown);
}

// @customer-contracts/seed UnreconciledError
export declare class UnreconciledError extends SeedError {
    readonly name = "UnreconciledError";
    readonly records: number;
    readonly outcomes: Readonly<Record<string, number>>;
    constructor(records: number, outcomes: Readonly<Record<string, number>>);
}

// @customer-contracts/seed VerifyOptions
export interface VerifyOptions extends RecordOptions, TargetOptions {
}

// @customer-contracts/seed VerifySummary
export interface VerifySummary extends RequestCounts {
    readonly records: number;
    readonly unchanged: number;
    readonly missing: number;
    readonly changed: number;
    readonly extra: number;
}

// @customer-contracts/seed WaitTooLongError
export declare class WaitTooLongError extends SeedError {
    readonly name = "WaitTooLongError";
    readonly wait: number;
    constructor(wait: number, longest: number, cause?: Error);
}

// @customer-contracts/seed churnCustomers
export declare function churnCustomers(options: ChurnOptions): Promise<ChurnSummary>;

// @customer-contracts/seed cleanUpEvidence
export declare function cleanUpEvidence(options: Omit<EvidenceOptions, 'update'>): Promise<CleanUpSummary>;

// @customer-contracts/seed isSeedError
export declare function isSeedError(value: unknown): value is SeedError;

// @customer-contracts/seed recordEvidence
export declare function recordEvidence(options: EvidenceOptions): Promise<EvidenceSummary>;

// @customer-contracts/seed replayEvidence
export declare function replayEvidence(options: ReplayOptions): Promise<EvidenceSummary>;

// @customer-contracts/seed seedCustomers
export declare function seedCustomers(options: SeedOptions): Promise<SeedSummary>;

// @customer-contracts/seed seedIds
export declare function seedIds(options: RecordOptions): AsyncGenerator<string, void, undefined>;

// @customer-contracts/seed undoChurn
export declare function undoChurn(options: UndoChurnOptions): Promise<ChurnSummary>;

// @customer-contracts/seed undoSeed
export declare function undoSeed(options: UndoOptions): Promise<UndoSummary>;

// @customer-contracts/seed verifySeed
export declare function verifySeed(options: VerifyOptions): Promise<VerifySummary>;

// unreachable Unreachable
export interface Unreachable {
    readonly received: string;
    readonly advice: string;
}
