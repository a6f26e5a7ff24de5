import { type Finding, isPactError, lint, parsePact } from '@customer-contracts/pact-files/browser';
import { withBase } from 'vitepress';
import { defineComponent, h, ref } from 'vue';

import { bound } from './bound.ts';

/** A pact with three mistakes that many make. */
const pasted = JSON.stringify(
  {
    consumer: { name: 'billing-web' },
    provider: { name: 'rebilly-customers-api' },
    interactions: [
      {
        description: 'get a customer',
        providerState: 'a customer exists',
        request: { method: 'GET', path: '/customers/cus_01', headers: { 'REB-APIKEY': 'placeholder-api-key' } },
        response: {
          status: 200,
          headers: { 'Content-Type': 'application/json' },
          body: { id: 'cus_01', email: 'ada@example.com', shoeSize: 42 },
        },
      },
      {
        description: 'a customer that moved',
        request: { method: 'GET', path: '/customers/cus_02' },
        response: { status: 410 },
      },
    ],
    metadata: { pactSpecification: { version: '3.0.0' } },
  },
  null,
  2,
);

/** A text to paste a pact into, and what lint says of it. */
export const LintPlayground = defineComponent(() => {
  const text = ref(pasted);
  const findings = ref<readonly Finding[]>();
  const failure = ref<string>();

  async function judge(): Promise<void> {
    findings.value = undefined;
    failure.value = undefined;
    try {
      findings.value = await lint([parsePact(text.value, 'pasted.json')]);
    } catch (error) {
      if (!isPactError(error)) throw error;
      failure.value = error.message;
    }
  }

  const told = (): string => {
    if (findings.value === undefined) return failure.value ?? '';
    return findings.value.length === 0 ? 'Nothing to mend.' : `${findings.value.length} findings`;
  };
  return () => [
    h('label', { for: 'pact' }, 'Your pact'),
    h('textarea', {
      id: 'pact',
      rows: 18,
      spellcheck: false,
      ...bound(text),
    }),
    h('button', { type: 'button', class: 'run', onClick: judge }, 'Lint'),
    h('p', { role: 'status' }, told()),
    h(
      'ul',
      { class: 'findings' },
      (findings.value ?? []).map(({ line, rule, severity, interaction, path, message }) =>
        h('li', [
          h('p', [
            h('strong', { class: severity }, severity),
            ` line ${line}, `,
            h('a', { href: withBase(`/lint-rules/${rule}.html`) }, rule),
          ]),
          h('p', [`${interaction}: `, h('code', path)]),
          h('p', message),
        ]),
      ),
    ),
  ];
});
