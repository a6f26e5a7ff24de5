import * as z from 'zod';

const MutateReport = z.strictObject({
  mutations: z.array(
    z.strictObject({
      test: z.string(),
      interaction: z.string(),
      kind: z.enum(['tolerance', 'sensitivity', 'refusal']),
      changes: z.array(z.strictObject({ member: z.string(), claim: z.string() })),
      outcome: z.enum(['survived', 'broke', 'unnoticed', 'skipped']),
      message: z.string(),
    }),
  ),
  score: z.strictObject({
    tolerance: z.number().nullable(),
    sensitivity: z.number().nullable(),
    refusal: z.number().nullable(),
  }),
});

/** What `customer-pact mutate --json` prints. */
export type MutateReport = z.infer<typeof MutateReport>;

/** The report in an output: one line, the last that `customer-pact` itself prints. */
export function reportIn(output: string): MutateReport {
  const [line = ''] = /^\{"mutations".*$/m.exec(output) ?? [];
  return MutateReport.parse(JSON.parse(line));
}
