/** Texts that end a literal, a template or a comment, hide what stands beside them, or are code themselves. */
export const hostileTexts: readonly string[] = [
  "it's",
  'say "hello"',
  `both ' and "`,
  '`${process.exit(7)}`',
  '${globalThis.leaked = 1}',
  "'); globalThis.leaked = 1; ('",
  '*/ globalThis.leaked = 1; /*',
  '// no comment',
  'one line\nglobalThis.leaked = 1;',
  'one line\r\nglobalThis.leaked = 1;',
  'a line \u2028globalThis.leaked = 1;\u2029',
  'a backslash \\',
  "a backslash \\'",
  '\u202Eturned\u202C \uFEFFhidden\u200B',
  '日本語 📦 Zoë',
  '</script><!--',
  '%s %d %o',
  '__proto__',
  'constructor',
];

const headers = { 'REB-APIKEY': 'placeholder-api-key' };

/** A pact whose texts are hostile, in every place that a test says. */
export function hostilePact(consumer: string, texts: readonly string[] = hostileTexts): string {
  const interactions = texts.flatMap((text) => [
    {
      description: text,
      providerStates: [{ name: 'a customer exists' }, { name: text, params: { [text]: text } }],
      request: { method: 'GET', path: '/customers/cus_01', headers },
      response: {
        status: 200,
        headers: { 'Content-Type': 'application/json' },
        body: { id: 'cus_01', locale: text, customFields: { [text]: text }, [text]: { [text]: text } },
        matchingRules: {
          body: { '$.locale': { combine: 'AND', matchers: [{ match: 'regex', regex: '[\\s\\S]+' }] } },
        },
      },
    },
    {
      description: `${text} is written`,
      providerStates: [{ name: 'a customer exists' }],
      request: {
        method: 'PUT',
        path: '/customers/cus_01',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: { customFields: { [text]: text }, locale: text },
      },
      response: { status: 200, headers: { 'Content-Type': 'application/json' }, body: { id: 'cus_01' } },
    },
    {
      description: `${text} is looked for`,
      request: { method: 'GET', path: '/customers', query: { q: [text] }, headers },
      response: { status: 200, headers: { 'Content-Type': 'application/json' } },
    },
  ]);
  // Not by JSON.stringify's own order of names, which would make `__proto__` no member.
  return JSON.stringify({
    consumer: { name: consumer },
    provider: { name: 'rebilly-customers-api' },
    interactions,
    metadata: { pactSpecification: { version: '3.0.0' } },
  });
}
