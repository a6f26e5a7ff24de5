import type { ReportedInteraction, Rule } from '../../../src/report/contract-report.ts';

const variantWords = {
  complete: 'It expects, with every member that may come',
  bare: 'It expects, with as little as may come',
  empty: 'It expects, when nobody is listed',
} as const;

const outcomeWords = {
  passed: 'honoured',
  failed: 'not honoured',
  'not verifiable': 'not verifiable here',
  'not run': 'nobody was asked',
} as const;

/** One interaction of a contract: what the consumer sends, what it expects, and what the verification found. */
export function InteractionView(props: { readonly interaction: ReportedInteraction; readonly isOpen: boolean }) {
  const { description, variant, states, request, response, outcome, reasons, mutations } = props.interaction;
  const query = request.query.map(({ name, value }) => `${name}=${value}`).join('&');
  return (
    <details class="interaction" open={props.isOpen}>
      <summary>
        <span class="description">{description}</span>
        {variant && <span class="badge">{variant}</span>}
        <span class={`badge ${outcome === 'passed' ? 'passed' : outcome === 'failed' ? 'failed' : ''}`}>
          {outcomeWords[outcome]}
        </span>
      </summary>
      {reasons.length > 0 && (
        <ul class="reasons">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {mutations && (
        <p class="under">
          {mutations.survived} of {mutations.counted} mutations survived.
        </p>
      )}
      {states.length > 0 && (
        <section>
          <h4>Given that</h4>
          <ul class="states">
            {states.map(({ sentence, parameters }) => (
              <li key={sentence}>
                {sentence}
                {Object.keys(parameters).length > 0 && <code> {JSON.stringify(parameters)}</code>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Message
        title="The consumer sends"
        line={`${request.method} ${request.path}${query && `?${query}`}`}
        {...request}
        otherwise="Exactly this, and nothing else."
      />
      <Message
        title={variant === undefined ? 'It expects' : variantWords[variant]}
        line={String(response.status)}
        {...response}
        otherwise="Nothing else is read."
      />
    </details>
  );
}

interface MessageProps {
  readonly title: string;
  readonly line: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly body?: unknown;
  readonly rules: readonly Rule[];
  readonly otherwise: string;
}

function Message({ title, line, headers, body, rules, otherwise }: MessageProps) {
  const text = [line, ...headers.map(({ name, value }) => `${name}: ${value}`)].join('\n');
  return (
    <section class="message">
      <h4>{title}</h4>
      {/* What overflows can be scrolled to with the keyboard, too. */}
      <pre tabIndex={0} aria-label={title}>
        {body === undefined ? text : `${text}\n\n${JSON.stringify(body, null, 2)}`}
      </pre>
      {rules.length > 0 && (
        <table class="rules">
          <caption class="hidden">What may stand where: {title}</caption>
          <thead>
            <tr>
              <th scope="col">Where</th>
              <th scope="col">What may stand there</th>
            </tr>
          </thead>
          <tbody>
            {rules.map(({ place, words }) => (
              <tr key={place}>
                <th scope="row">
                  <code>{place}</code>
                </th>
                <td>{words}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="under">{otherwise}</p>
    </section>
  );
}
