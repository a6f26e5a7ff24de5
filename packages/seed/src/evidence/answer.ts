import { jsonOf } from '../json-of.ts';

/** An answer as it came over the wire. */
export interface Answer {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
}

/** The JSON of an answer; `undefined` where it has none. */
export function bodyOf({ text }: Answer): unknown {
  return jsonOf(text);
}
