import type { ReportedEvidence } from '../../../src/report/contract-report.ts';

/** The signs that `customer-pact coverage` has for them. */
const signs = {
  seen: '●',
  documented: '○',
  contradicted: '!',
} as const satisfies Record<ReportedEvidence['kind'], string>;

/** What an answer rests on, for the eye; its words stand beside it, or in the label of what it stands in. */
export function EvidenceMark({ kind }: { readonly kind: ReportedEvidence['kind'] }) {
  return (
    <span class={`evidence ${kind}`} aria-hidden="true">
      {signs[kind]}
    </span>
  );
}
