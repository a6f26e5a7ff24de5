import type { HttpHeaders } from '../http-fetch.ts';

/** What a request begins with: its URL, or a `Request`. */
export type FetchInput = string | URL | { readonly url: string; readonly method: string };

/** What a request may go on with. */
export interface FetchInit {
  /** `GET` when absent. */
  readonly method?: string | undefined;
}

/** As much of a `Response` as the guard needs. */
export interface WatchableResponse {
  /** The status. */
  readonly status: number;
  /** The headers. */
  readonly headers: HttpHeaders;
  /** Reads the body. */
  readonly text: () => Promise<string>;
  /** What kind of response it is: `basic`, `cors`, `opaque`. */
  readonly type?: string;
  /** The body, as a stream. */
  readonly body?: { readonly getReader?: () => BodyReader } | null;
  /** Makes another one with the same body. Of a response without it, the guard sees what `text` gives. */
  readonly clone?: () => WatchableResponse;
}

/** Reads a body part by part. */
interface BodyReader {
  readonly read: () => Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  readonly cancel: () => Promise<void>;
}
