import {
  type Exemption,
  exemptionRules,
  lint,
  type LintOptions,
  lintRules,
  parseConfig,
  parsePact,
} from '@customer-contracts/pact-files';
import { expect, test } from 'vitest';

import { raw, rawPact } from './raw-pact.ts';

const bare = raw.getCustomer({ state: undefined, description: 'get anybody' });
const misspelt = raw.getCustomer({ answer: { emial: 'x', tags: [{ nam: 'vip' }] } });
const pacts = [
  parsePact(rawPact([bare, misspelt]), 'billing.json'),
  parsePact(rawPact([misspelt], 'mailer'), 'mailer.json'),
];

/** What is found, in short: which rule, whose pact or which exemption, and where. */
async function found(options: LintOptions) {
  const findings = await lint(pacts, { today: '2026-11-30', ...options });
  return findings.map(({ rule, file, path }) => `${rule} ${file.replace('.json', '')} ${path}`);
}

const all = [
  'missing-state billing providerStates',
  'undocumented-member billing response.body.tags[0].nam',
  'undocumented-member billing response.body.emial',
  'undocumented-member mailer response.body.tags[0].nam',
  'undocumented-member mailer response.body.emial',
];
const mailers = all.slice(3);

test('takes a rule as a team sees it', async () => {
  expect(await found({})).toEqual(all);
  expect(await found({ rules: { 'undocumented-member': 'off' } })).toEqual(all.slice(0, 1));

  const findings = await lint(pacts, { rules: { 'missing-state': 'warn', 'undocumented-member': 'error' } });

  expect(findings.slice(0, 2).map(({ severity }) => severity)).toEqual(['warning', 'error']);
});

const exemption = { rule: 'undocumented-member', reason: 'the API is about to get it' };

test.each([
  [{}, all.slice(0, 1)],
  [{ consumer: 'billing-web' }, [all[0], ...mailers]],
  [{ consumer: 'billing-web', interaction: 'get a customer' }, [all[0], ...mailers]],
  [{ consumer: 'mailer', member: 'response.body.tags' }, [...all.slice(0, 3), all[4]]],
  [{ consumer: 'mailer', member: 'tags[*].nam' }, [...all.slice(0, 3), all[4]]],
  [{ consumer: 'mailer', member: 'response.body' }, all.slice(0, 3)],
  [{ until: '2026-11-30' }, all.slice(0, 1)],
])('leaves out what an exemption is about: %o', async (about, left) => {
  expect(await found({ exemptions: [{ ...exemption, ...about }] })).toEqual(left);
});

test.each([
  { interaction: 'get anybody' },
  { member: 'emi' },
  { member: 'tags[*].name' },
  { member: 'request.body' },
  { consumer: 'mailer', interaction: 'get' },
])('leaves out nothing else, and says that an exemption matches nothing: %o', async (about) => {
  expect(await found({ exemptions: [{ ...exemption, ...about }] })).toEqual([
    ...all,
    'unused-exemption customer-pact.config exemptions[0]',
  ]);
});

test('asks nothing of an exemption for a consumer whose pact is not judged', async () => {
  expect(await found({ exemptions: [{ ...exemption, consumer: 'shop' }] })).toEqual(all);
});

test('an exemption that is over is a finding itself, at its line, and its findings are back', async () => {
  const text = `{
  "$schema": "./config.schema.json",
  "exemptions": [
    { "rule": "loose-path", "consumer": "shop", "reason": "x" },
    {
      "rule": "missing-state",
      "interaction": "get anybody",
      "reason": "it works by luck",
      "until": "2026-11-29"
    }
  ]
}`;

  const findings = await lint(pacts.slice(0, 1), { ...parseConfig(text, 'team/pact.json'), today: '2026-11-30' });

  expect(findings[0]?.rule).toBe('missing-state');
  expect(findings.at(-1)).toEqual({
    file: 'team/pact.json',
    line: 5,
    interaction: 'exemption of missing-state in get anybody',
    path: 'exemptions[1]',
    rule: 'expired-exemption',
    severity: 'error',
    message:
      'It ended on 2026-11-29, and its reason was "it works by luck". Mend what it is about, or give another day.',
  });
});

test.each(exemptionRules)(
  '$id finds its bad example, beside the bad example of its rule, and nothing in the good one',
  async (rule) => {
    const { bad: interactions = [] } = lintRules.find(({ id }) => id === rule.bad.rule) ?? {};
    const names = { consumer: { name: 'billing-web' }, provider: { name: 'rebilly-customers-api' } };
    const pact = parsePact(JSON.stringify({ ...names, interactions }), 'pact.json');
    const judged = (exemption: Exemption) => lint([pact], { exemptions: [exemption], today: '2026-11-30' });

    const { id, severity } = rule;
    expect((await judged(rule.bad)).at(-1)).toMatchObject({ rule: id, severity });
    expect(await judged(rule.good)).toEqual([]);
  },
);

test('findings about exemptions are rules, too', async () => {
  const rules = { 'unused-exemption': 'off' } as const;

  expect(await found({ rules, exemptions: [{ ...exemption, member: 'emi' }] })).toEqual(all);
});

test.each<readonly [object, string]>([
  [{ ignore: [] }, 'there is no option ignore. Choose from rules, exemptions, source, today.'],
  [{ rules: { 'lone-absense': 'off' } }, 'there is no option rules.lone-absense. Did you mean rules.lone-absence?'],
  [{ rules: { 'lone-absence': 'warning' } }, 'rules.lone-absence is "warning". Give off, warn or error.'],
  [{ exemptions: {} }, 'exemptions is {}. Give a list of exemptions.'],
  [{ exemptions: [{ rule: 'loose-path' }] }, 'exemptions.0.reason is absent. Say why.'],
  [{ exemptions: [{ rule: 'loose-path', reason: ' ' }] }, 'exemptions.0.reason is " ". Say why.'],
  [
    { exemptions: [{ rule: 'lose-path', reason: 'x' }] },
    'exemptions.0.rule is "lose-path". The nearest rule is "loose-path".',
  ],
  [
    { exemptions: [{ rule: 'loose-path', reason: 'x', untill: '2026-12-31' }] },
    'there is no option exemptions.0.untill. Did you mean exemptions.0.until?',
  ],
  [
    { exemptions: [{ rule: 'loose-path', reason: 'x', until: '2026-02-30' }] },
    'exemptions.0.until is "2026-02-30". Give a day, such as 2026-12-31.',
  ],
  [{ today: 'now' }, 'today is "now". Give a day, such as 2026-11-30.'],
])('refuses %o', async (options, problem) => {
  await expect(lint(pacts, options)).rejects.toThrow(
    expect.objectContaining({ name: 'PactOptionError', message: `Failed to lint pacts: ${problem}` }),
  );
});

test.each([
  ['{', 'it is no JSON. Write one: { "rules": { "lone-absence": "off" } }.'],
  ['[]', 'the options are a list. Give an object of options.'],
  ['{ "rule": {} }', 'there is no option rule. Did you mean rules?'],
  ['{ "rules": { "missing": "off" } }', 'there is no option rules.missing. Did you mean rules.missing-state?'],
])('refuses the configuration %s', (text, problem) => {
  expect(() => parseConfig(text, 'pact.json')).toThrow(
    expect.objectContaining({
      name: 'PactFileError',
      files: ['pact.json'],
      message: `Failed to read pact.json: ${problem}`,
    }),
  );
});
