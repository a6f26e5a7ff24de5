import { periodInWords, type LeadCounts } from './count-leads.ts';

/** The numbers of the chart, for who can't see it or wants to copy them. */
export function LeadsTable({ counts: { periods, step, media } }: { readonly counts: LeadCounts }) {
  return (
    <details class="numbers">
      <summary>The same in numbers</summary>
      <div class="scroll" role="region" aria-label="Leads by medium in numbers" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{step === 'day' ? 'Day' : 'Month'}</th>
              {media.map(({ medium }) => (
                <th key={medium} scope="col">
                  {medium}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {periods.map((period, index) => (
              <tr key={period}>
                <th scope="row">{periodInWords(period, step)}</th>
                {media.map(({ medium, counts }) => (
                  <td key={medium} class="figures">
                    {counts[index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
