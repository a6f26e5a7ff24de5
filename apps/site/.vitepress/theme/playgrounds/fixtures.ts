import { customerFixtures, highestSeed, isFixtureError } from '@customer-contracts/fixtures';
import { localeOf, localeTags } from '@customer-contracts/fixtures/locales';
import { computed, defineComponent, h, ref } from 'vue';

import { bound } from './bound.ts';

const shown = 10;

/** Customers of a seed, a locale and an index, as they are asked for. */
export const FixturesPlayground = defineComponent(() => {
  const seed = ref('42');
  const locale = ref('en-GB');
  const from = ref('0');
  const chosen = ref(0);

  const made = computed(() => {
    try {
      const customers = customerFixtures({ seed: Number(seed.value), locale: localeOf(locale.value) });
      const first = Number(from.value);
      return { customers, first, rows: [...customers.responses.take(shown, { from: first })] };
    } catch (error) {
      if (isFixtureError(error)) return error.message;
      throw error;
    }
  });

  const field = (id: string, label: string, value: typeof seed, highest: number) => [
    h('label', { for: id }, label),
    h('input', {
      id,
      type: 'number',
      min: 0,
      max: highest,
      ...bound(value),
    }),
  ];
  const form = () =>
    h('div', { class: 'fields' }, [
      h('div', field('seed', 'Seed', seed, highestSeed)),
      h('div', [
        h('label', { for: 'locale' }, 'Locale'),
        h(
          'select',
          {
            id: 'locale',
            ...bound(locale),
          },
          localeTags.map((tag) => h('option', { value: tag }, tag)),
        ),
      ]),
      h('div', field('from', 'First index', from, 1_000_000_000)),
    ]);

  return () => {
    if (typeof made.value === 'string') return [form(), h('p', { role: 'alert' }, made.value)];
    const { customers, first, rows } = made.value;
    const code = `customerFixtures({ seed: ${seed.value}, locale: '${locale.value}' })`;
    return [
      form(),
      h('div', { class: 'scrolls', tabindex: 0, role: 'region', 'aria-label': 'Customers' }, [
        h('table', [
          h(
            'thead',
            h(
              'tr',
              ['Index', 'Name', 'City', 'E-mail', 'Came by'].map((name) => h('th', { scope: 'col' }, name)),
            ),
          ),
          h(
            'tbody',
            rows.map(({ firstName, lastName, email, primaryAddress }, offset) =>
              h('tr', [
                h('td', [
                  h(
                    'button',
                    { type: 'button', 'aria-pressed': chosen.value === offset, onClick: () => (chosen.value = offset) },
                    String(first + offset),
                  ),
                ]),
                h('td', [firstName, lastName].filter((name) => name !== null).join(' ')),
                h('td', primaryAddress?.city ?? ''),
                h('td', email ?? ''),
                h('td', customers.leadSources.at(first + offset).medium ?? ''),
              ]),
            ),
          ),
        ]),
      ]),
      h('p', [h('code', code), ', ', h('code', `.responses.at(${first + chosen.value})`)]),
      h(
        'pre',
        { tabindex: 0, role: 'region', 'aria-label': 'The customer' },
        JSON.stringify(rows[chosen.value], null, 2),
      ),
    ];
  };
});
