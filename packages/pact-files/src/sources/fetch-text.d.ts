/** Why an address has no text for us, and what to do about it. */
export declare class FetchProblem {
    readonly received: string;
    readonly advice: string;
    readonly cause: unknown;
    constructor(received: string, advice: string, cause?: unknown);
}
/**
 * The text at an address. No credentials are sent.
 *
 * @returns the problem where there is none: nothing answers within 30 s, or not with 2xx, or with more than 64 MiB.
 */
export declare function fetchText(url: string): Promise<string | FetchProblem>;
//# sourceMappingURL=fetch-text.d.ts.map