import { createEmulator } from '@customer-contracts/emulator/browser';
import { defineComponent, h, onBeforeUnmount, ref } from 'vue';

import { bound } from './bound.ts';

const host = 'https://emulator.example';
const methods = ['GET', 'POST', 'PUT', 'DELETE'];

const format = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};

/** A request to edit and send, the answer, and the customers that the emulator has. Each start has an emulator of its own. */
export const EmulatorPlayground = defineComponent(async () => {
  const emulator = await createEmulator({ customers: { count: 20, seed: 42 } });
  onBeforeUnmount(() => emulator.close());
  const [credential] = emulator.credentials;
  const apiKey = credential?.secret ?? '';

  const method = ref('PUT');
  const path = ref('/customers/ada');
  const body = ref(
    format(
      '{"primaryAddress":{"firstName":"Ada","lastName":"Lovelace","emails":[{"label":"main","value":"ada@example.com"}]}}',
    ),
  );
  const answer = ref<{ readonly title: string; readonly text: string }>();
  const customers = ref('');

  async function ask(how: string, where: string, what?: string): Promise<Response> {
    const headers = { 'REB-APIKEY': apiKey, ...(what !== undefined && { 'Content-Type': 'application/json' }) };
    return emulator.fetch(
      new Request(`${host}${where}`, { method: how, headers, ...(what !== undefined && { body: what }) }),
    );
  }
  async function list(): Promise<void> {
    const response = await ask('GET', '/customers?limit=10&sort=-createdTime&fields=id,email,firstName,lastName');
    customers.value = format(await response.text());
  }
  async function send(): Promise<void> {
    try {
      const takesBody = method.value === 'POST' || method.value === 'PUT';
      const response = await ask(method.value, path.value, takesBody ? body.value : undefined);
      const text = format(await response.text());
      answer.value = { title: `${response.status} ${response.statusText}`.trim(), text };
      await list();
    } catch (error) {
      answer.value = { title: 'Not sent', text: error instanceof Error ? error.message : String(error) };
    }
  }
  await list();

  return () => [
    h('div', { class: 'fields' }, [
      h('div', [
        h('label', { for: 'method' }, 'Method'),
        h(
          'select',
          {
            id: 'method',
            ...bound(method),
          },
          methods.map((each) => h('option', { value: each }, each)),
        ),
      ]),
      h('div', [
        h('label', { for: 'path' }, 'Path'),
        h('input', {
          id: 'path',
          spellcheck: false,
          ...bound(path),
        }),
      ]),
    ]),
    h('label', { for: 'body' }, 'Body of a POST or PUT'),
    h('textarea', {
      id: 'body',
      rows: 8,
      spellcheck: false,
      ...bound(body),
    }),
    h('button', { type: 'button', class: 'run', onClick: send }, 'Send'),
    h('div', { role: 'status' }, answer.value === undefined ? [] : [h('p', [h('strong', answer.value.title)])]),
    ...(answer.value === undefined
      ? []
      : [h('pre', { tabindex: 0, role: 'region', 'aria-label': 'The answer' }, answer.value.text)]),
    h('p', 'The ten newest customers:'),
    h('pre', { tabindex: 0, role: 'region', 'aria-label': 'The newest customers' }, customers.value),
  ];
});
