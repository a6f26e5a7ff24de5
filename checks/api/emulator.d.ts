// The public API of @customer-contracts/emulator, written by `pnpm api`. What it refers to without exporting it stands behind.

// @customer-contracts/emulator Clock
export type Clock = () => Date;

// @customer-contracts/emulator Credential
export interface Credential {
    readonly kind: CredentialKind;
    readonly secret: string;
    readonly organizations: readonly string[];
}

// @customer-contracts/emulator Emulator
export interface Emulator extends Disposable {
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
    readonly clock?: Clock;
    readonly random?: RandomBytes;
    readonly log?: (entry: LogEntry) => void;
}

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

// @customer-contracts/emulator RandomBytes
export type RandomBytes = (size: number) => Uint8Array;

// @customer-contracts/emulator RunningEmulator
export interface RunningEmulator extends AsyncDisposable {
    readonly url: string;
    readonly organizationId: string;
    readonly apiKey: string;
    readonly close: () => Promise<void>;
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

// http/cors Cors
export type Cors = boolean | readonly string[];
