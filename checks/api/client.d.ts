// The public API of @customer-contracts/client, written by `pnpm api`. What it refers to without exporting it stands behind.

// @customer-contracts/client CallIssue
export interface CallIssue {
    readonly member: string;
    readonly message: string;
}

// @customer-contracts/client CallOptions
export interface CallOptions {
    readonly signal?: AbortSignal | undefined;
    readonly timeout?: number | undefined;
}

// @customer-contracts/client CollectionLimitError
export declare class CollectionLimitError extends CustomersApiError {
    readonly name = "CollectionLimitError";
    readonly offset: number;
    readonly total: number | undefined;
    constructor(offset: number, total: number | undefined);
}

// @customer-contracts/client ConflictError
export declare class ConflictError extends ProblemError<409, ConflictProblem> {
    readonly name = "ConflictError";
    constructor(call: SentCall, answer: ProblemAnswer<409, ConflictProblem>);
}

// @customer-contracts/client CustomersApiError
export declare abstract class CustomersApiError extends Error {
    abstract readonly name: string;
}

// @customer-contracts/client CustomersClient
export interface CustomersClient extends OperationMethods {
    customers(query?: OperationCall<'getCustomerCollection'>, options?: CallOptions): AsyncIterable<Customer>;
}

// @customer-contracts/client CustomersClientCredentials
export type CustomersClientCredentials = {
    readonly apiKey?: undefined;
    readonly token: string;
} | {
    readonly apiKey: string | null;
    readonly token?: undefined;
};

// @customer-contracts/client CustomersClientOptions
export type CustomersClientOptions = CustomersClientCredentials & {
    readonly server: ServerName | (string & Record<never, never>);
    readonly organizationId?: string | undefined;
    readonly organization_id?: string | undefined;
    readonly timeout?: number | undefined;
    readonly maxRetries?: number | undefined;
    readonly maxWait?: number | undefined;
    readonly fetch?: HttpFetch | undefined;
};

// @customer-contracts/client ForbiddenError
export declare class ForbiddenError extends ProblemError<403, ForbiddenProblem> {
    readonly name = "ForbiddenError";
    constructor(call: SentCall, answer: ProblemAnswer<403, ForbiddenProblem>);
}

// @customer-contracts/client HttpFetch
export type HttpFetch = (url: string, attempt: HttpAttempt) => Promise<{
    readonly status: number;
    readonly headers: HttpHeaders;
    readonly text: () => Promise<string>;
}>;

// @customer-contracts/client InvalidCallError
export declare class InvalidCallError extends CustomersApiError {
    readonly name = "InvalidCallError";
    readonly operationId: OperationId;
    readonly issues: readonly CallIssue[];
    constructor(operationId: OperationId, issues: readonly CallIssue[], words?: string);
}

// @customer-contracts/client InvalidOptionsError
export declare class InvalidOptionsError extends CustomersApiError {
    readonly name = "InvalidOptionsError";
    readonly option: string;
    constructor({ option, received, advice }: OptionProblem);
}

// @customer-contracts/client KnownCustomersApiError
export type KnownCustomersApiError = CollectionLimitError | ConflictError | ForbiddenError | InvalidCallError | InvalidOptionsError | NetworkError | NotFoundError | TimeoutError | TooManyRequestsError | UnauthorizedError | UndocumentedAnswerError | ValidationError;

// @customer-contracts/client NetworkError
export declare class NetworkError extends CallError {
    readonly name = "NetworkError";
    readonly code: string | undefined;
    constructor(call: SentCall, cause: Error);
}

// @customer-contracts/client NotFoundError
export declare class NotFoundError extends ProblemError<404 | 410, NotFoundProblem> {
    readonly name = "NotFoundError";
    constructor(call: SentCall, answer: ProblemAnswer<404 | 410, NotFoundProblem>);
}

// @customer-contracts/client OperationMethod
export type OperationMethod<Id extends OperationId> = Partial<OperationCall<Id>> extends OperationCall<Id> ? (call?: OperationCall<Id>, options?: CallOptions) => Promise<OperationResult<Id>> : (call: OperationCall<Id>, options?: CallOptions) => Promise<OperationResult<Id>>;

// @customer-contracts/client OperationMethods
export type OperationMethods = {
    readonly [Id in keyof typeof operations]: OperationMethod<Id>;
};

// @customer-contracts/client OperationResult
export type OperationResult<Id extends OperationId> = {
    [S in SuccessStatus<Id>]: {
        readonly status: S;
        readonly body: ResponseBody<Id, S>;
    } & AnswerHeaders;
}[SuccessStatus<Id>];

// @customer-contracts/client Pagination
export interface Pagination {
    readonly total?: number;
    readonly limit?: number;
    readonly offset?: number;
}

// @customer-contracts/client ProblemError
export declare abstract class ProblemError<Status extends number = number, Body extends Problem = Problem> extends CallError {
    readonly status: Status;
    readonly problem: Body;
    constructor(call: SentCall, answer: ProblemAnswer<Status, Body>, advice: string);
}

// @customer-contracts/client RateLimit
export interface RateLimit {
    readonly limit?: number;
    readonly remaining?: number;
    readonly retryAfter?: number;
}

// @customer-contracts/client SuccessStatus
export type SuccessStatus<Id extends OperationId> = {
    [S in Status<Id>]: `${S & number}` extends `2${string}` ? S : never;
}[Status<Id>];

// @customer-contracts/client TimeoutError
export declare class TimeoutError extends CallError {
    readonly name = "TimeoutError";
    readonly timeout: number;
    constructor(call: SentCall, timeout: number);
}

// @customer-contracts/client TooManyRequestsError
export declare class TooManyRequestsError extends ProblemError<429, TooManyRequestsProblem> {
    readonly name = "TooManyRequestsError";
    readonly retryAfter: number | undefined;
    constructor(call: SentCall, answer: ProblemAnswer<429, TooManyRequestsProblem>, retryAfter: number | undefined);
}

// @customer-contracts/client UnauthorizedError
export declare class UnauthorizedError extends ProblemError<401, UnauthorizedProblem> {
    readonly name = "UnauthorizedError";
    constructor(call: SentCall, answer: ProblemAnswer<401, UnauthorizedProblem>);
}

// @customer-contracts/client UndocumentedAnswerError
export declare class UndocumentedAnswerError extends CallError implements UndocumentedAnswer {
    readonly name = "UndocumentedAnswerError";
    readonly status: number;
    readonly problem: Problem | undefined;
    readonly issues: readonly CallIssue[];
    constructor(call: SentCall, answer: UndocumentedAnswer, received: string, advice: string);
}

// @customer-contracts/client ValidationError
export declare class ValidationError extends ProblemError<400 | 422, BadRequestProblem | ValidationProblem> {
    readonly name = "ValidationError";
    constructor(call: SentCall, answer: ProblemAnswer<400 | 422, BadRequestProblem | ValidationProblem>);
}

// @customer-contracts/client createCustomersClient
export declare function createCustomersClient(options: CustomersClientOptions): CustomersClient;

// @customer-contracts/client isCustomersApiError
export declare function isCustomersApiError<Name extends KnownCustomersApiError['name'] = KnownCustomersApiError['name']>(value: unknown, name?: Name): value is Extract<KnownCustomersApiError, {
    readonly name: Name;
}>;

// answer-headers AnswerHeaders
export interface AnswerHeaders {
    readonly pagination?: Pagination;
    readonly location?: string;
    readonly rateLimit?: RateLimit;
}

// call-error CallError
export declare abstract class CallError extends CustomersApiError implements SentCall {
    readonly operationId: OperationId;
    readonly path: string;
    readonly attempts: number;
    constructor(call: SentCall, received: string, advice: string, options?: ErrorOptions);
}

// call-error SentCall
export interface SentCall {
    readonly operationId: OperationId;
    readonly path: string;
    readonly attempts: number;
}

// failures UndocumentedAnswer
export interface UndocumentedAnswer {
    readonly status: number;
    readonly problem?: Problem | undefined;
    readonly issues?: readonly CallIssue[] | undefined;
}

// http-fetch HttpAttempt
export interface HttpAttempt {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly signal: AbortSignal;
    readonly redirect: 'manual';
}

// http-fetch HttpHeaders
export interface HttpHeaders {
    readonly get: (name: string) => string | null;
}

// problem-errors ProblemAnswer
export interface ProblemAnswer<Status extends number = number, Body extends Problem = Problem> {
    readonly status: Status;
    readonly problem: Body;
    readonly received: string;
}
