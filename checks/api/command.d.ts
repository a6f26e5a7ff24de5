// The public API of @customer-contracts/command, written by `pnpm api`. What it refers to without exporting it stands behind.

// @customer-contracts/command CommandError
export declare class CommandError extends Error {
    readonly name = "CommandError";
}

// @customer-contracts/command CommandOfProcess
export interface CommandOfProcess {
    readonly run: (stop: AbortSignal) => Promise<void>;
    readonly exitCodeOf?: (error: unknown) => number | undefined;
    readonly advise?: (error: unknown) => string | undefined;
    readonly stopsItself?: boolean;
    readonly whenUnread?: number | 'go on';
    readonly misuse?: number;
    readonly colours?: boolean;
    readonly mask?: (text: string) => string;
}

// @customer-contracts/command GivenKey
export interface GivenKey {
    readonly key: string;
    readonly isOfEnvironment: boolean;
}

// @customer-contracts/command SystemError
export interface SystemError extends Error {
    readonly code: string;
}

// @customer-contracts/command givenKey
export declare function givenKey(file: string | undefined): GivenKey | undefined;

// @customer-contracts/command isSystemError
export declare function isSystemError(error: unknown): error is SystemError;

// @customer-contracts/command printable
export declare function printable(text: string, { colours }?: {
    readonly colours?: boolean;
}): string;

// @customer-contracts/command startCommand
export declare function startCommand(name: string, load: () => Promise<{
    readonly command: CommandOfProcess;
}>, { tooOld }?: {
    readonly tooOld?: number;
}): Promise<void>;

// @customer-contracts/command whyNotWritten
export declare function whyNotWritten(file: string, { code, message }: SystemError): string;

// @customer-contracts/command/flags Program
export interface Program {
    readonly name: string;
    readonly description: string;
    readonly from: string;
    readonly manifest: string;
}

// @customer-contracts/command/flags createProgram
export declare function createProgram({ name, description, from, manifest }: Program): Command;

// @customer-contracts/command/flags wholeFlag
export declare function wholeFlag(least: number, most: number, advice?: string): (value: string) => number;

// @customer-contracts/command/flags withOneLine
export declare function withOneLine(command: Command): Command;
