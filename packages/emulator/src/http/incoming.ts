/** A request, read from whichever server it came through. */
export interface Incoming {
  /** Upper case. */
  readonly method: string;
  /** The path, still percent-encoded, without the query. */
  readonly path: string;
  /** The query, still percent-encoded, without the `?`. */
  readonly query: string;
  /** Where the caller reached the emulator, for `Location`: `http://127.0.0.1:4010`. */
  origin(): string;
  /** The value of a header by its lower-case name; `undefined` where it was not sent. */
  header(name: string): string | undefined;
  /** All headers by their lower-case names, as they came. */
  headers(): Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The body as it came; `undefined` where it was longer than {@link maximumBodyBytes} and was thrown away. */
  readonly body: Uint8Array | undefined;
  /** Aborted when the caller goes away before it is answered. */
  signal(): AbortSignal;
}

/** The longest body that is read: 1 MB (docs/api-decisions.md#q37). */
export const maximumBodyBytes = 1_000_000;
