import { operations, statusesOf } from '@customer-contracts/schemas';
import { isRawFilter } from '@customer-contracts/schemas/internal';

import {
  type Call,
  call,
  type Code,
  comment,
  layOut,
  literal,
  type Member,
  object,
  templateText,
  textLiteral,
} from './code.ts';
import type { Dialect } from './dialect.ts';
import type { ConsumerTests, Draft, WrittenTest } from './draft.ts';
import type { Reading, ReadShape } from './reading.ts';

/** The code of a file with the tests of some consumers; each of several has a `describe` of its own. */
export function testFile(source: string, consumers: readonly ConsumerTests[], dialect: Dialect): string {
  const drafts = consumers.flatMap(({ tests }) => tests.flatMap(({ draft }) => draft ?? []));
  const hasSeveral = consumers.length > 1;
  const indent = hasSeveral ? '  ' : '';
  const blocks = consumers.map((each) => {
    const block = testsOf(each, indent, dialect);
    return hasSeveral ? `describe(${textLiteral(each.consumer)}, () => {\n${block}});\n` : block;
  });
  return [
    `${comment(`Written by customer-pact write-tests from ${source}.`)}\n`,
    '// Put your own client in the place of fetch, and the schemas that your code reads with in the place of these. Where a\n',
    '// state is given, a test runs against that answer alone: without it, against null and absence, too.\n',
    `${importsFor(drafts, hasSeveral, dialect).join('\n')}\n\n`,
    blocks.join('\n'),
  ].join('');
}

function importsFor(drafts: readonly Draft[], hasSeveral: boolean, { runner }: Dialect): readonly string[] {
  const isOwn = drafts.some(({ ownStates }) => ownStates.length > 0);
  const isRaw = drafts.some(({ call: { filter } }) => isRawFilter(filter));
  const ours = ['customersPact', ...(isOwn ? ['ownState'] : []), ...(isRaw ? ['rawFilter'] : [])].join(', ');
  const hasSchema = isOwn || drafts.some(({ reading }) => reading !== undefined);
  const theirs = hasSeveral ? 'describe, ' : '';
  const all: Readonly<Record<Dialect['runner'], readonly string[]>> = {
    vitest: [`import { ${theirs}expect, it } from 'vitest';`],
    jest: [],
    'node:test': [],
  };
  const own: readonly string[] =
    runner === 'node:test'
      ? ["import assert from 'node:assert/strict';", `import { ${theirs}it } from 'node:test';`, '']
      : [];
  return [
    ...own,
    `import { ${ours} } from '@customer-contracts/pact';`,
    ...all[runner],
    ...(hasSchema ? ["import * as z from 'zod';"] : []),
  ];
}

function testsOf({ consumer, provider, customFields, tests }: ConsumerTests, indent: string, dialect: Dialect): string {
  const options = object([
    ['consumer', textLiteral(consumer)],
    ...(provider === usualProvider ? [] : [['provider', textLiteral(provider)] as const]),
    ...(Object.keys(customFields).length === 0 ? [] : [['customFields', literal(customFields)] as const]),
  ]);
  const start = layOut(call('customersPact', options), { indent, before: 'const pact = ', after: ';' });
  let bodies = 0;
  const blocks = tests.map((test) => {
    const { draft } = test;
    const sends = draft !== undefined && draft.call['body'] !== undefined;
    if (sends) bodies += 1;
    return linesOfTest(test, { indent, dialect, body: bodies === 1 ? 'body' : `body${bodies}` });
  });
  return `${indent}${start}\n${blocks.map((block) => `\n${block}`).join('')}`;
}

const usualProvider = 'rebilly-customers-api';

/** Where a test stands in its file. */
interface Site {
  readonly indent: string;
  readonly dialect: Dialect;
  /** What the body that it sends is called. */
  readonly body: string;
}

function linesOfTest({ origin, title, draft, remarks }: WrittenTest, site: Site): string {
  const { indent, dialect, body } = site;
  const inside = `${indent}  `;
  const links = `${inside}  `;
  const about = draft === undefined ? [`${origin}: no test of ${textLiteral(title)}.`] : [`${origin}.`];
  const comments = [...about, ...remarks].map((text) => `${indent}${comment(text)}\n`);
  if (draft === undefined) return comments.join('');
  const { call: given, status } = draft;
  // Types would refuse what is meant to break a rule.
  const type = status === 422 && dialect.language === 'ts' ? ': Record<string, unknown>' : '';
  const sent =
    given['body'] === undefined
      ? []
      : [`${indent}${layOut(literal(given['body']), { indent, before: `const ${body}${type} = `, after: ';' })}\n`];
  const chain = chainOf(draft, body).map((each) => `${links}${layOut(each, { indent: links })}\n`);
  const isToken = draft.credential !== 'apiKey';
  const reads = draft.reading !== undefined;
  const names = ['baseUrl', isToken ? 'token' : 'apiKey', ...(reads ? ['example'] : [])].join(', ');
  return [
    ...comments,
    ...sent,
    `${indent}it(\n${inside}${textLiteral(title)},\n${inside}pact\n`,
    ...chain,
    `${links}.test(async ({ ${names} }) => {\n`,
    ...bodyOf(draft, body, dialect).map(
      (each) => `${links}  ${layOut(each.code, { indent: `${links}  `, ...each })}\n`,
    ),
    `${links}}),\n${indent});\n`,
  ].join('');
}

/** The calls that say what the interaction is, in the order of the README. */
function chainOf(draft: Draft, body: string): readonly Code[] {
  const { operationId, call: given, status, credential, description, reading, headers, ownStates } = draft;
  const successes = statusesOf(operationId).filter((each) => each < 300);
  const named = Object.entries(given).filter(([, value]) => value !== undefined);
  const args = named.map(([name, value]): Member => {
    if (name !== 'body') return [name, valueOf(value)];
    return body === name ? [name] : [name, body];
  });
  return [
    call(`.${operationId}`, ...(args.length === 0 ? [] : [object(args)])),
    ...(successes.length === 1 && successes[0] === status ? [] : [call('.respondsWith', String(status))]),
    ...(credential === 'apiKey' ? [] : [call('.auth', textLiteral(credential))]),
    ...draft.given.map(({ name, parameters }) => call('.given', textLiteral(name), literal(parameters))),
    ...ownStates.map(({ sentence, parameters }) =>
      call('.also', call('ownState', textLiteral(sentence), 'z.looseObject({})'), literal(parameters)),
    ),
    ...(description === undefined ? [] : [call('.as', textLiteral(description))]),
    ...[...draft.allowed].map(([path, example]) => call('.allow', textLiteral(path), literal(example))),
    ...(reading === undefined ? [] : [call('.reads', codeOf(reading))]),
    ...(headers.length === 0 ? [] : [call('.readsHeaders', ...headers.map(textLiteral))]),
    ...[...draft.matchers].map(([path, matchers]) => call('.matches', textLiteral(path), ...matchers.map(literal))),
    ...(draft.isPending ? [call('.pending')] : []),
  ];
}

function valueOf(value: unknown): Code {
  return isRawFilter(value) ? call('rawFilter', textLiteral(value['~filter'])) : literal(value);
}

/** The schema that a reading is. */
function codeOf({ shape, isNullable, isOptional }: Reading): Code {
  const plain = codeOfShape(shape);
  const more = [...(isNullable ? [call('.nullable')] : []), ...(isOptional ? [call('.optional')] : [])];
  if (more.length === 0) return plain;
  return { kind: 'chain', start: 'z', calls: [{ ...plain, name: plain.name.replace(/^z/, '') }, ...more] };
}

function codeOfShape(shape: ReadShape): Call {
  switch (shape.kind) {
    case 'text':
      return call('z.string');
    case 'number':
      return call('z.number');
    case 'boolean':
      return call('z.boolean');
    case 'map':
      return call('z.record', call('z.string'), call('z.unknown'));
    case 'anything':
      return call('z.unknown');
    case 'value':
      return call('z.literal', literal(shape.value));
    case 'list':
      return call('z.array', codeOf(shape.element));
    case 'object':
      return call('z.object', object([...shape.members].map(([name, member]) => [name, codeOf(member)])));
    default:
      return shape satisfies never;
  }
}

/** The statements of the callback: the call, and what is expected of the answer. */
function bodyOf(draft: Draft, body: string, { runner }: Dialect) {
  const { operationId, call: given, status, credential, reading, headers } = draft;
  const { method, path, query } = operations[operationId];
  const sends = given['body'] !== undefined;
  const pairs = Object.keys(query.shape)
    .filter((name) => given[name] !== undefined)
    .map((name): [string, string] => [name, textIn(given[name])]);
  const search = pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(given[name])));
  const url = `\`\${baseUrl}${templateText(`${filled}${search}`)}\``;
  const key: readonly [string, Code] =
    credential === 'apiKey' ? ['REB-APIKEY', 'apiKey'] : ['Authorization', '`Bearer ${token}`'];
  const options = object([
    ...(method === 'GET' ? [] : [['method', textLiteral(method)] as const]),
    ['headers', object([key, ...(sends ? [['Content-Type', textLiteral('application/json')] as const] : [])])],
    ...(sends ? [['body', call('JSON.stringify', body)] as const] : []),
  ]);
  const isNode = runner === 'node:test';
  const equal = (actual: string, expected: string): Code =>
    isNode ? call('assert.deepEqual', actual, expected) : call(`expect(${actual}).toEqual`, expected);
  return [
    statement(call('fetch', url, options), 'const answer = await '),
    statement(
      isNode
        ? call('assert.equal', 'answer.status', String(status))
        : call('expect(answer.status).toBe', String(status)),
    ),
    ...headers.map((name) => {
      const has = `answer.headers.has(${textLiteral(name)})`;
      return statement(isNode ? call('assert.ok', has) : call(`expect(${has}).toBe`, 'true'));
    }),
    ...(reading === undefined ? [] : [statement(equal('await answer.json()', 'example'))]),
  ];
}

function textIn(value: unknown): string {
  if (Array.isArray(value)) return value.join(',');
  return isRawFilter(value) ? value['~filter'] : String(value);
}

function statement(code: Code, before = '') {
  return { code, before, after: ';' };
}
