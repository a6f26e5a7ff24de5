/** The headers of an answer, looked up by a name in any case: `null` where there is none. */
export interface HttpHeaders {
  /** The value of a header, whatever the case of its name; null where there is none. */
  readonly get: (name: string) => string | null;
}

/** An attempt, as it is to be sent. */
export interface HttpAttempt {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; absent where there is none. */
  readonly body?: string;
  /** Ends the attempt, the reading of the answer included: whatever is awaited then rejects at once. */
  readonly signal: AbortSignal;
  /** A redirect is an answer like any other: following it would carry the key to another host. */
  readonly redirect: 'manual';
}

/** What sends an attempt: as much of the platform's `fetch` as a client needs. `fetch` itself is one. */
export type HttpFetch = (
  url: string,
  attempt: HttpAttempt,
) => Promise<{ readonly status: number; readonly headers: HttpHeaders; readonly text: () => Promise<string> }>;
