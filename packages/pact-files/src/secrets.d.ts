/** What tests send instead of a credential, by kind, and what stands in the pact. The verifier puts the real one in its place. */
export declare const placeholders: {
    readonly apiKey: 'placeholder-api-key';
    readonly jwt: 'placeholder-jwt';
    readonly applicationJwt: 'placeholder-application-jwt';
};
/** The headers whose value is a credential, in lower case. */
export declare const credentialHeaders: ReadonlySet<string>;
/** A text without keys and tokens: those that look like one, those of the environment, and `others`. */
export declare function maskSecrets(text: string, others?: readonly (string | undefined)[]): string;
/** What masks keys and tokens as {@link maskSecrets} does, for many texts. */
export declare function secretMask(others?: readonly (string | undefined)[]): (text: string) => string;
/** Whether a text holds a key or token. */
export declare function hasSecret(text: string): boolean;
/**
 * Whether the text of a JSON file may hold a key or token, as it is or behind an escape or an encoding. To look at it once is a
 * tenth of the work of looking at all that it says.
 */
export declare function mayHoldSecret(json: string): boolean;
/** The value of a header, masked when it is a credential; a placeholder is none. */
export declare function maskHeader(name: string, value: string): string;
//# sourceMappingURL=secrets.d.ts.map