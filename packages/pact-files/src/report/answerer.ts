import * as z from 'zod';

/** Who answered when pacts were verified: what the result is evidence of, and for how long. */
export const Answerer = z.discriminatedUnion('kind', [
  /** The emulator: that our idea of the API honours the pacts. */
  z.object({ kind: z.literal('emulator'), version: z.string().exactOptional() }),
  /** Rebilly's sandbox, on a day of UTC such as `2026-11-30`: that the server did so then. */
  z.object({ kind: z.literal('sandbox'), date: z.string() }),
  /** A document of the API, by its version: that the API promises it. */
  z.object({ kind: z.literal('document'), version: z.string() }),
  /** Anybody else, by the address; absent where nobody wrote it down. */
  z.object({ kind: z.literal('provider'), url: z.string().exactOptional() }),
]);
/** Who answered when pacts were verified. */
export type Answerer = z.infer<typeof Answerer>;
