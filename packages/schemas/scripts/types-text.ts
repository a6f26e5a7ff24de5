import { globSync } from 'node:fs';

import * as z from 'zod';

import * as exported from '../src/index.ts';
import { type DocComments, docComments } from './doc-comments.ts';
import {
  block,
  comment,
  type MemberText,
  membersText,
  memberType,
  type Named,
  ownTypeText,
  typeText,
} from './type-text.ts';

const source = new URL('../src/', import.meta.url);
const files = globSync('*.ts', { cwd: source }).map((file) => docComments(new URL(file, source)));
const schemas = Object.entries<unknown>(exported).filter(
  (entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType,
);
const names = new Map<unknown, string>(schemas.map(([name, schema]) => [schema, name]));

const header = '// Made by packages/schemas/scripts/write-types.ts, in the build.\n';

/** The schemas whose texts are none but these, which no schema says. */
const texts = new Map<unknown, string>([
  [exported.operations.getCustomerCollection.query.shape.sort.unwrap().element, 'SortTerm'],
]);

const named: Named = { name: nameOf, words: wordsOf };

/** How the text of an open enumeration ends. */
const openEnd = ' | OtherText';

/** The text of src/bodies.ts of the types: one type for each schema that is exported, with its words. */
export function bodiesText(): string {
  const types = schemas.map(([name, schema]) => {
    const words = comment(fileOf(name)?.constant(name));
    // No interfaces: these fit no Record<string, unknown>, so that a schema of theirs would be no z.ZodObject.
    const type = ownTypeText(schema, named);
    if (!type.endsWith(openEnd)) return `${words}export type ${name} = ${type};\n`;
    const documented = `Documented${name}`;
    return `/** One of the values of {@link ${name}} that the API documents. */
export type ${documented} = ${type.slice(0, -openEnd.length)};

${words}export type ${name} = ${documented}${openEnd};\n`;
  });
  return `${header}import type { Link } from './link.ts';\nimport type { OtherText } from './other-text.ts';\n\n${indented(types.join('\n'))}`;
}

/** The text of src/operations.ts of the types: the table of the operations, as types alone. */
export function operationsText(): string {
  const operations = block(
    exported.operationIds.map((id) => {
      const operation: exported.Operation = exported.operations[id];
      return { name: id, words: `${operation.summary}.`, isOptional: false, type: operationText(operation) };
    }),
  );
  const sorts = exported.sortFields.map((field) => `'${field}'`).join(' | ');
  const text = `/** What each operation takes and answers with, by operationId in camelCase. */
export interface Operations ${operations}

/** The name of a member that lists can be sorted by. */
export type SortField = ${sorts};

/** A member to sort by; \`-\` before the name turns the order round. */
export type SortTerm = SortField | \`-\${SortField}\`;
`;
  const imported = [...names.values()].filter((name) => new RegExp(String.raw`\b${name}\b`).test(operations));
  return `${header}import type { ${imported.join(', ')} } from './bodies.ts';\n\n${indented(text)}`;
}

function operationText({ pathParameters, query, body, responses }: exported.Operation): string {
  const parts = {
    pathParameters: membersText(pathParameters, named),
    // A list that is sent may be a constant one.
    query: membersText(query, named).replaceAll(/: (\w+\[\])/g, ': readonly $1'),
    body: bodyText(body),
    responses: block(
      Object.entries(responses).map(([status, response]) => ({
        name: status,
        words: response.description,
        isOptional: false,
        type: responseText(response),
      })),
    ),
  };
  return block(Object.entries(parts).map(([name, type]) => ({ name, words: undefined, isOptional: false, type })));
}

function responseText({ headers, body }: exported.OperationResponse): string {
  const members: MemberText[] = Object.entries(headers).map(([name, header]) => ({
    name,
    words: header.description,
    ...memberType(header.optional(), named),
  }));
  return `{ headers: ${members.length === 0 ? '{}' : block(members)}; body: ${bodyText(body)} }`;
}

function bodyText(body: z.ZodType | undefined): string {
  return body === undefined ? 'undefined' : typeText(body, named);
}

function nameOf(schema: z.core.$ZodType): string | undefined {
  const known = names.get(schema) ?? texts.get(schema);
  if (known !== undefined || !(schema instanceof z.ZodObject)) return known;
  const { href, rel, ...others } = schema.shape;
  if (href === undefined || !(rel instanceof z.ZodOptional) || Object.keys(others).length > 0) return twinOf(schema);
  return `Link<${ownTypeText(rel.unwrap(), named).replace(openEnd, '')}>`;
}

/** The name of an object with the very same members, which is only more or less strict. */
function twinOf(schema: z.ZodObject): string | undefined {
  const members = Object.entries(schema.shape);
  const isTwin = (other: z.ZodObject): boolean =>
    Object.keys(other.shape).length === members.length &&
    members.every(([name, member]) => other.shape[name] === member);
  return schemas.find(([, other]) => members.length > 0 && other instanceof z.ZodObject && isTwin(other))?.[0];
}

function fileOf(name: string): DocComments | undefined {
  return files.find((file) => file.constant(name) !== undefined);
}

function wordsOf(schema: z.ZodObject): (member: string) => string | undefined {
  const constant = names.get(schema);
  const file = constant === undefined ? undefined : fileOf(constant);
  if (constant !== undefined && file !== undefined) return (member) => file.member(constant, member);
  return (member) =>
    parameterShapes.map((shape) => parameters?.member(shape, member)).find((words) => words !== undefined);
}

/** The constants of operations.ts that between them have every parameter. */
const parameterShapes = ['customerPathShape', 'collectionQueryShape', 'mergeQueryShape'];
const parameters = docComments(new URL('operations.ts', source));

/** The text with each block two spaces further in than what it stands in. */
function indented(text: string): string {
  let depth = 0;
  const lines = text.split('\n').map((line) => {
    if (/^[})]/.test(line)) depth -= 1;
    const written = line === '' ? '' : `${'  '.repeat(depth)}${line}`;
    if (/[{(]$/.test(line)) depth += 1;
    return written;
  });
  return lines.join('\n');
}
