import type { OptionProblem } from '@customer-contracts/schemas/internal';
declare const brand: unique symbol;
/** The base of every error of `@customer-contracts/pact-files` and `@customer-contracts/pact`. No message holds a key or token. */
export declare class PactError extends Error {
    name: string;
    constructor(message?: string, options?: ErrorOptions);
    /** @internal What {@link isPactError} goes by. On the prototype, so that no runner prints it. */
    get [brand](): true;
}
/** Whether a value is an error of the two packages, from this copy of them or from another. */
export declare function isPactError(value: unknown): value is PactError;
/** Pact files could not be read. `files` names each of them. */
export declare class PactFileError extends PactError {
    name: string;
    /** The paths and addresses that could not be read. */
    readonly files: readonly string[];
    /** @internal */
    constructor(message: string, files: readonly string[], options?: ErrorOptions);
}
/** An option that there isn't, or with a value that can't be used. */
export declare class PactOptionError extends PactError {
    name: string;
    /** The option's name; empty for the options as a whole. */
    readonly option: string;
    /** @internal */
    constructor(work: string, { option, received, advice }: OptionProblem);
}
export {};
//# sourceMappingURL=pact-error.d.ts.map