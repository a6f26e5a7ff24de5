import type { ReportedMutations } from '../../../src/report/contract-report.ts';
import { Moment } from './moment.tsx';

const kinds = ['tolerance', 'sensitivity', 'refusal'] as const;
const percent = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 });

/** What `customer-pact mutate` has found of each consumer's tests. */
export function MutationScores({ scores }: { readonly scores: readonly ReportedMutations[] }) {
  return (
    <section class="mutations">
      <h2>Mutations</h2>
      <table class="scores">
        <caption class="hidden">What each consumer survives</caption>
        <thead>
          <tr>
            <th scope="col">Consumer</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col">
                {kind}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scores.map(({ consumer, score, measuredAt }) => (
            <tr key={consumer}>
              <th scope="row">
                {consumer}
                <span class="summary">
                  <Moment time={measuredAt} />
                </span>
              </th>
              {kinds.map((kind) => (
                <td key={kind}>{score[kind] === null ? 'none' : percent.format(score[kind])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="under">
        Tolerance: how many of the answers that the API documents the consumer’s code stands. Sensitivity: how many of
        the members that it reads its tests notice when they change. Refusal: how many wrong answers it turns down.
      </p>
    </section>
  );
}
