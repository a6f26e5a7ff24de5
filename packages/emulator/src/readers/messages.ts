import * as z from 'zod';

/** What a reader is started with. */
export const ReaderData = z.object({
  file: z.string(),
  valueLists: z.record(z.string(), z.array(z.string()).readonly()),
});
export type ReaderData = z.infer<typeof ReaderData>;

/** What a reader is asked for. */
export const Job = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('list'), organizationId: z.string(), query: z.string() }),
  z.object({ kind: z.literal('checkpoint') }),
]);
export type Job = z.infer<typeof Job>;

/** What it says when it is done. */
export const Outcome = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('answer'),
    answer: z.object({
      status: z.number(),
      headers: z.record(z.string(), z.string()),
      body: z.string().exactOptional(),
    }),
  }),
  z.object({ kind: z.literal('checkpointed') }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
]);
export type Outcome = z.infer<typeof Outcome>;
