import {
  exemptionRules,
  githubAnnotations,
  lint,
  lintJunit,
  lintMarkdown,
  lintReport,
  lintRules,
  lintSarif,
  PactError,
  parsePact,
} from '@customer-contracts/pact-files';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { expect, test } from 'vitest';

import { raw, rawPact } from './raw-pact.ts';

const misspelt = raw.getCustomer({ answer: { emial: 'x' } });
const lone = raw.getCustomer({ description: 'get nobody', state: undefined, status: 404, answer: { status: 404 } });
const pacts = [parsePact(rawPact([raw.list(), misspelt, lone]), 'pacts/billing web.json')];
const findings = await lint(pacts);
const page = 'https://rules.test/lint-rules.md';
const linked = findings.map((finding) => ({ ...finding, url: `${page}#${finding.rule}` }));

/** What a pact may say to be obeyed, by a terminal, a log, a table, a page, or a parser. */
const hostile =
  'a\u001B[2J\u009B31m\n::error::b|c\r\n# d <img src=x onerror=alert(1)> [e](https://e.test) ![f](g) https://h.test www.i.test ' +
  '`j` **k** _l_ ~m~ @octocat #1 :smile: $n$ </td></tr> \u202E ]]> <!-- &amp; "\' \\ {0} \uFFFF';
const answer = { [hostile]: 'x' };
const bad = [parsePact(rawPact([raw.getCustomer({ description: hostile, answer })]), `${hostile}\uD800.json`)];
const badFindings = await lint(bad);

test('for people: the line of each finding, and where its rule stands', () => {
  expect(lintReport(findings, pacts)).toBe(`pacts/billing web.json
  get a customer
    51  error  undocumented-member  response.body.emial: The API documents no emial. Correct the name, or leave it out.
  get nobody
    60  warning  lone-absence  providerStates: getCustomer 404 has no provider state. Say what is there, and what is not.

✘ 1 error and 1 warning in 3 interactions of 1 pact
What each rule is about: lint-rules.md in @customer-contracts/pact-files`);
});

test('for people: goes on below the message in a terminal, and below the line in a narrow one', () => {
  const [, , wide, ...others] = lintReport(findings.slice(0, 1), pacts, { width: 80 }).split('\n');
  const [, , narrow, ...rest] = lintReport(findings.slice(0, 1), pacts, { width: 50 }).split('\n');

  expect([wide, ...others.slice(0, 1)]).toEqual([
    '    51  error  undocumented-member  response.body.emial: The API documents no',
    '                                    emial. Correct the name, or leave it out.',
  ]);
  expect([narrow, ...rest.slice(0, 2)]).toEqual([
    '    51  error  undocumented-member',
    '        response.body.emial: The API documents no',
    '        emial. Correct the name, or leave it out.',
  ]);
});

test('for GitHub: an annotation at each line', () => {
  expect(githubAnnotations(findings)).toBe(
    `::error file=pacts/billing web.json,line=51,title=undocumented-member::get a customer: response.body.emial: The API documents no emial. Correct the name, or leave it out.\n` +
      `::warning file=pacts/billing web.json,line=60,title=lone-absence::get nobody: providerStates: getCustomer 404 has no provider state. Say what is there, and what is not.`,
  );
  expect(githubAnnotations(linked)).toMatch(
    / leave it out\. https:\/\/rules\.test\/lint-rules\.md#undocumented-member\n/,
  );
});

test('for a pull request: a table for each file', () => {
  expect(lintMarkdown(findings, pacts)).toBe(`### \`pacts/billing web.json\`

| Line | Interaction | Rule | Place | What |
| --- | --- | --- | --- | --- |
| 51 | get a customer | ✘ undocumented-member | \`response.body.emial\` | The API documents no emial. Correct the name, or leave it out. |
| 60 | get nobody | ⚠ lone-absence | \`providerStates\` | getCustomer 404 has no provider state. Say what is there, and what is not. |

✘ 1 error and 1 warning in 3 interactions of 1 pact`);
  expect(lintMarkdown(linked, pacts)).toContain(`✘ [undocumented-member](${page}#undocumented-member)`);
  expect(lintMarkdown([], pacts)).toBe('✔ 3 interactions of 1 pact, nothing found');
});

test('for a pull request: shows anything that a pact says, and obeys none of it', () => {
  const html = micromark(lintMarkdown(badFindings, bad), {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  const tags = [...html.matchAll(/<\/?([a-z]\w*)/g)].map(([, name]) => name);
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address);

  expect(new Set(tags)).toEqual(new Set(['h3', 'code', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'p']));
  expect(links).toEqual([]);
  expect(html.split('<tr>')).toHaveLength(badFindings.length + 2);
  expect(html).not.toMatch(/@octocat|#1\b/);
  expect(text(html)).toContain('`j` **k** _l_ ~m~ @octocat #1 :smile: $n$ </td></tr>');
});

/** The text that a page shows. */
function text(html: string): string {
  return html
    .replaceAll(/<!-- -->|<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** The elements of a text of XML, with their attributes; throws where it is none. */
function elementsIn(xml: string): readonly SaxesTagPlain[] {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  const elements: SaxesTagPlain[] = [];
  parser.on('opentag', (element) => elements.push(element));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return elements;
}

test('for a build server: a case for each interaction, and an error for each file that can not be read', () => {
  const unread = new PactError('Failed to read a.json: it is empty. Hand in a pact file.');

  const elements = elementsIn(lintJunit(findings, pacts, [unread]));

  expect(elements.map(({ name, attributes }) => [name, ...Object.values(attributes)])).toEqual([
    ['testsuites', 'customer-pact lint'],
    ['testsuite', 'pacts/billing web.json', '3', '2', '0'],
    ['testcase', 'pacts/billing web.json', 'list customers'],
    ['testcase', 'pacts/billing web.json', 'get a customer'],
    [
      'failure',
      'undocumented-member',
      'response.body.emial: The API documents no emial. Correct the name, or leave it out.',
    ],
    ['testcase', 'pacts/billing web.json', 'get nobody'],
    [
      'failure',
      'lone-absence',
      'providerStates: getCustomer 404 has no provider state. Say what is there, and what is not.',
    ],
    ['testsuite', 'pacts', '1', '0', '1'],
    ['testcase', 'pacts', 'can be read'],
    ['error', 'PactError', 'Failed to read a.json: it is empty. Hand in a pact file.'],
  ]);
});

test('for a build server: leads to the page of a rule where there is one', () => {
  expect(lintJunit(findings, pacts)).toContain('error in line 51\n');
  expect(lintJunit(linked, pacts)).toContain(`error in line 51, see ${page}#undocumented-member\n`);
});

test('for a build server: is XML whatever a pact says', () => {
  const names = elementsIn(lintJunit(badFindings, bad)).map(({ name }) => name);

  expect(names).toEqual(['testsuites', 'testsuite', 'testcase', ...badFindings.map(() => 'failure')]);
});

// Of draft 4, of which it has nothing that draft 7 reads otherwise, but for the name of this member.
const { $schema: _, id: __, ...ofDraft7 } = sarifSchema;
const isSarif = addFormats.default(new Ajv({ strict: false, unicodeRegExp: false })).compile(ofDraft7);

test('for code scanning: each finding at its line, with its rule', () => {
  const log: unknown = JSON.parse(lintSarif(findings));

  expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
  expect(JSON.stringify(log)).not.toMatch(/helpUri|informationUri/);
  const rules = [...lintRules, ...exemptionRules].map(({ id }) => ({ id }));
  expect(log).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'customer-pact', rules } },
        invocations: [{ executionSuccessful: true }],
        results: [
          {
            ruleId: 'undocumented-member',
            ruleIndex: rules.findIndex(({ id }) => id === 'undocumented-member'),
            level: 'error',
            message: {
              text: 'get a customer: response.body.emial: The API documents no emial. Correct the name, or leave it out.',
            },
            locations: [
              {
                physicalLocation: { artifactLocation: { uri: 'pacts/billing%20web.json' }, region: { startLine: 51 } },
              },
            ],
          },
          { ruleId: 'lone-absence', level: 'warning' },
        ],
      },
    ],
  });
});

test('for code scanning: says which files could not be read, and is SARIF whatever a pact says', () => {
  const log = lintSarif(badFindings, [new PactError('Failed to read a.json: it is empty. Hand in a pact file.')]);
  const parsed: unknown = JSON.parse(log);

  expect(isSarif(parsed), JSON.stringify(isSarif.errors)).toBe(true);
  expect(parsed).toMatchObject({
    runs: [
      {
        invocations: [
          {
            executionSuccessful: false,
            toolExecutionNotifications: [
              { level: 'error', message: { text: 'Failed to read a.json: it is empty. Hand in a pact file.' } },
            ],
          },
        ],
      },
    ],
  });
  // Viewers make links of that.
  expect([...log.matchAll(/"text": .*/g)].filter(([text]) => text.includes(']('))).toEqual([]);
});

test('no format holds what a terminal or a log obeys', () => {
  const texts = [
    lintReport(badFindings, bad),
    lintMarkdown(badFindings, bad),
    githubAnnotations(badFindings),
    lintSarif(badFindings),
    lintJunit(badFindings, bad),
  ];

  for (const each of texts) {
    expect(each).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(each.split('\n').filter((line) => line.startsWith('::error::') || line.startsWith('# d'))).toEqual([]);
  }
  expect(githubAnnotations(badFindings).split('\n')).toHaveLength(badFindings.length);
});
