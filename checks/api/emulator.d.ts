// The public API of @customer-contracts/emulator, written by `pnpm api`. What it refers to without exporting it stands behind.

// @customer-contracts/emulator Clock
export type Clock = () => Date;

// @customer-contracts/emulator Credential
export interface Credential {
    readonly kind: CredentialKind;
    readonly secret: string;
    readonly organizations: readonly string[];
}

// @customer-contracts/emulator CustomerEvent
export type CustomerEvent = (Happened & {
    readonly eventType: Exclude<EventType, 'customer-merged'>;
}) | (Happened & {
    readonly eventType: 'customer-merged';
    readonly targetCustomerId: string;
    readonly duplicatedCustomer: Customer;
});

// @customer-contracts/emulator Emulator
export interface Emulator extends Workplace, Disposable {
    readonly fetch: (request: Request) => Promise<Response>;
    readonly credentials: readonly Credential[];
    close(): void;
}

// @customer-contracts/emulator EmulatorError
export declare class EmulatorError extends Error {
    readonly name = "EmulatorError";
    readonly subject: unknown;
    constructor(message: string, subject: unknown, options?: ErrorOptions);
}

// @customer-contracts/emulator EmulatorOptions
export interface EmulatorOptions {
    readonly database?: string;
    readonly databaseLimit?: number;
    readonly credentials?: readonly Credential[];
    readonly providerStates?: boolean;
    readonly customers?: {
        readonly count: number;
        readonly seed: number;
    };
    readonly readOnly?: boolean;
    readonly rateLimit?: Allowance | false;
    readonly faults?: readonly Fault[];
    readonly valueLists?: ValueLists;
    readonly cors?: Cors;
    readonly admin?: boolean;
    readonly clock?: Clock;
    readonly random?: RandomBytes;
    readonly log?: (entry: LogEntry) => void;
}

// @customer-contracts/emulator EventType
export type EventType = (typeof eventTypes)[number];

// @customer-contracts/emulator Events
export interface Events {
    find(asked?: EventsAsked): readonly CustomerEvent[];
}

// @customer-contracts/emulator EventsAsked
export declare const EventsAsked: z.ZodObject<{
    after: z.ZodOptional<z.ZodInt>;
    eventType: z.ZodOptional<z.ZodEnum<{
        "customer-created": "customer-created";
        "customer-merged": "customer-merged";
        "customer-updated": "customer-updated";
        "lead-source-changed": "lead-source-changed";
    }>>;
    organizationId: z.ZodOptional<z.ZodString>;
    limit: z.ZodOptional<z.ZodInt>;
}, z.core.$strict>;
export type EventsAsked = z.infer<typeof EventsAsked>;

// @customer-contracts/emulator Fault
export declare const Fault: z.ZodDiscriminatedUnion<[
    z.ZodObject<{
        operations: z.ZodOptional<z.ZodArray<z.ZodString & z.ZodType<keyof import("@customer-contracts/schemas").Operations, string, z.core.$ZodTypeInternals<keyof import("@customer-contracts/schemas").Operations, string>>>>;
        organizationId: z.ZodOptional<z.ZodString>;
        probability: z.ZodOptional<z.ZodNumber>;
        seed: z.ZodOptional<z.ZodInt>;
        times: z.ZodOptional<z.ZodInt>;
        kind: z.ZodLiteral<"latency">;
        milliseconds: z.ZodInt;
    }, z.core.$strict>,
    z.ZodObject<{
        operations: z.ZodOptional<z.ZodArray<z.ZodString & z.ZodType<keyof import("@customer-contracts/schemas").Operations, string, z.core.$ZodTypeInternals<keyof import("@customer-contracts/schemas").Operations, string>>>>;
        organizationId: z.ZodOptional<z.ZodString>;
        probability: z.ZodOptional<z.ZodNumber>;
        seed: z.ZodOptional<z.ZodInt>;
        times: z.ZodOptional<z.ZodInt>;
        kind: z.ZodLiteral<"rateLimit">;
    }, z.core.$strict>,
    z.ZodObject<{
        operations: z.ZodOptional<z.ZodArray<z.ZodString & z.ZodType<keyof import("@customer-contracts/schemas").Operations, string, z.core.$ZodTypeInternals<keyof import("@customer-contracts/schemas").Operations, string>>>>;
        organizationId: z.ZodOptional<z.ZodString>;
        probability: z.ZodOptional<z.ZodNumber>;
        seed: z.ZodOptional<z.ZodInt>;
        times: z.ZodOptional<z.ZodInt>;
        kind: z.ZodLiteral<"error">;
        status: z.ZodLiteral<500 | 503>;
        body: z.ZodOptional<z.ZodBoolean>;
        applied: z.ZodOptional<z.ZodBoolean>;
    }, z.core.$strict>,
    z.ZodObject<{
        operations: z.ZodOptional<z.ZodArray<z.ZodString & z.ZodType<keyof import("@customer-contracts/schemas").Operations, string, z.core.$ZodTypeInternals<keyof import("@customer-contracts/schemas").Operations, string>>>>;
        organizationId: z.ZodOptional<z.ZodString>;
        probability: z.ZodOptional<z.ZodNumber>;
        seed: z.ZodOptional<z.ZodInt>;
        times: z.ZodOptional<z.ZodInt>;
        kind: z.ZodLiteral<"drop">;
        applied: z.ZodOptional<z.ZodBoolean>;
    }, z.core.$strict>,
    z.ZodObject<{
        operations: z.ZodOptional<z.ZodArray<z.ZodString & z.ZodType<keyof import("@customer-contracts/schemas").Operations, string, z.core.$ZodTypeInternals<keyof import("@customer-contracts/schemas").Operations, string>>>>;
        organizationId: z.ZodOptional<z.ZodString>;
        probability: z.ZodOptional<z.ZodNumber>;
        seed: z.ZodOptional<z.ZodInt>;
        times: z.ZodOptional<z.ZodInt>;
        kind: z.ZodLiteral<"half">;
    }, z.core.$strict>,
    z.ZodObject<{
        operations: z.ZodOptional<z.ZodArray<z.ZodString & z.ZodType<keyof import("@customer-contracts/schemas").Operations, string, z.core.$ZodTypeInternals<keyof import("@customer-contracts/schemas").Operations, string>>>>;
        organizationId: z.ZodOptional<z.ZodString>;
        probability: z.ZodOptional<z.ZodNumber>;
        seed: z.ZodOptional<z.ZodInt>;
        times: z.ZodOptional<z.ZodInt>;
        kind: z.ZodLiteral<"garbage">;
    }, z.core.$strict>
], "kind">;
export type Fault = z.infer<typeof Fault>;

// @customer-contracts/emulator Har
export interface Har {
    readonly log: {
        readonly version: '1.2';
        readonly creator: {
            readonly name: string;
            readonly version: string;
        };
        readonly entries: readonly HarEntry[];
    };
}

// @customer-contracts/emulator HarEntry
export interface HarEntry {
    readonly startedDateTime: string;
    readonly time: number;
    readonly request: {
        readonly method: string;
        readonly url: string;
        readonly httpVersion: string;
        readonly cookies: readonly never[];
        readonly headers: readonly Named[];
        readonly queryString: readonly Named[];
        readonly postData?: {
            readonly mimeType: string;
            readonly text: string;
        };
        readonly headersSize: -1;
        readonly bodySize: number;
    };
    readonly response: {
        readonly status: number;
        readonly statusText: string;
        readonly httpVersion: string;
        readonly cookies: readonly never[];
        readonly headers: readonly Named[];
        readonly content: {
            readonly size: number;
            readonly mimeType: string;
            readonly text?: string;
        };
        readonly redirectURL: '';
        readonly headersSize: -1;
        readonly bodySize: number;
    };
    readonly cache: Readonly<Record<string, never>>;
    readonly timings: {
        readonly send: 0;
        readonly wait: number;
        readonly receive: 0;
    };
}

// @customer-contracts/emulator IgnoredPart
export interface IgnoredPart {
    readonly in: 'body' | 'query';
    readonly name: string;
    readonly reason: 'read-only' | 'unknown' | 'repeated';
}

// @customer-contracts/emulator LogEntry
export interface LogEntry {
    readonly time: Date;
    readonly method: string;
    readonly target: string;
    readonly operationId?: OperationId;
    readonly organizationId?: string;
    readonly status: number;
    readonly faults: readonly string[];
    readonly milliseconds: number;
    readonly error?: unknown;
}

// @customer-contracts/emulator MovableClock
export interface MovableClock {
    now(): Date;
    readonly stopped: boolean;
    set(time: Date | string, options?: {
        readonly stopped?: boolean;
    }): void;
    advance(duration: string): void;
    reset(): void;
}

// @customer-contracts/emulator RandomBytes
export type RandomBytes = (size: number) => Uint8Array;

// @customer-contracts/emulator RecordedRequest
export interface RecordedRequest {
    readonly number: number;
    readonly time: string;
    readonly method: string;
    readonly target: string;
    readonly operation?: OperationId;
    readonly organizationId?: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: unknown;
    readonly ignored: readonly IgnoredPart[];
    readonly status: number;
    readonly response: {
        readonly headers: Readonly<Record<string, string>>;
        readonly body?: unknown;
    };
    readonly faults: readonly string[];
    readonly milliseconds: number;
}

// @customer-contracts/emulator Requests
export interface Requests {
    find(asked?: RequestsAsked): readonly RecordedRequest[];
    har(asked?: RequestsAsked): Har;
    clear(): void;
}

// @customer-contracts/emulator RequestsAsked
export declare const RequestsAsked: z.ZodObject<{
    operation: z.ZodOptional<z.ZodString & z.ZodType<keyof import("@customer-contracts/schemas").Operations, string, z.core.$ZodTypeInternals<keyof import("@customer-contracts/schemas").Operations, string>>>;
    status: z.ZodOptional<z.ZodInt>;
    method: z.ZodOptional<z.ZodString>;
    since: z.ZodOptional<z.ZodCustom<string | Date, string | Date>>;
    after: z.ZodOptional<z.ZodInt>;
}, z.core.$strict>;
export type RequestsAsked = z.infer<typeof RequestsAsked>;

// @customer-contracts/emulator RunningEmulator
export interface RunningEmulator extends Workplace, AsyncDisposable {
    readonly url: string;
    readonly organizationId: string;
    readonly apiKey: string;
    readonly close: () => Promise<void>;
}

// @customer-contracts/emulator Snapshot
export interface Snapshot {
    readonly name: string;
    readonly bytes: number;
}

// @customer-contracts/emulator StartOptions
export interface StartOptions extends EmulatorOptions {
    readonly port?: number;
    readonly hostname?: string;
}

// @customer-contracts/emulator UndocumentedAnswer
export interface UndocumentedAnswer {
    readonly status: number;
    readonly operations: readonly OperationId[];
    readonly when: string;
}

// @customer-contracts/emulator ValueLists
export type ValueLists = Readonly<Record<string, readonly string[]>>;

// @customer-contracts/emulator Workplace
export interface Workplace {
    readonly requests: Requests;
    readonly events: Events;
    readonly clock: MovableClock;
    snapshot(name: string, options?: {
        readonly from?: string;
    }): Promise<void>;
    restore(name: string): Promise<void>;
    snapshots(): readonly Snapshot[];
    deleteSnapshot(name: string): Promise<void>;
}

// @customer-contracts/emulator createEmulator
export declare function createEmulator(options?: EmulatorOptions): Emulator;

// @customer-contracts/emulator formatLogEntry
export declare function formatLogEntry({ time, method, target, status, organizationId, faults, milliseconds, }: LogEntry): string;

// @customer-contracts/emulator isEmulatorError
export declare function isEmulatorError(value: unknown): value is EmulatorError;

// @customer-contracts/emulator mayAnswer
export declare function mayAnswer(operationId: OperationId, status: number): boolean;

// @customer-contracts/emulator startEmulator
export declare function startEmulator(options?: StartOptions): Promise<RunningEmulator>;

// @customer-contracts/emulator undocumentedAnswers
export declare const undocumentedAnswers: readonly UndocumentedAnswer[];

// @customer-contracts/emulator/browser PageOptions
export interface PageOptions extends Omit<EmulatorOptions, 'cors' | 'database'> {
    readonly persist?: string;
    readonly wasmUrl?: string;
}

// @customer-contracts/emulator/browser createEmulator
export declare function createEmulator(options?: PageOptions): Promise<Emulator>;

// @customer-contracts/emulator/msw AnsweringEmulator
export interface AnsweringEmulator {
    readonly fetch: (request: Request) => Promise<Response>;
}

// @customer-contracts/emulator/msw HandlerOptions
export interface HandlerOptions {
    readonly baseUrl?: string;
}

// @customer-contracts/emulator/msw handlers
export declare function handlers(emulator: AnsweringEmulator, { baseUrl }?: HandlerOptions): ReturnType<typeof http.all>[];

// events/customer-event Happened
interface Happened {
    readonly number: number;
    readonly time: string;
    readonly organizationId: string;
    readonly customerId: string;
}

// events/customer-event eventTypes
export declare const eventTypes: readonly [
    'customer-created',
    'customer-updated',
    'customer-merged',
    'lead-source-changed'
];

// http/cors Cors
export type Cors = boolean | readonly string[];

// requests/har Named
interface Named {
    readonly name: string;
    readonly value: string;
}
