import * as z from 'zod';

import * as exported from '../src/index.ts';
import { isOptional } from '../src/optional.ts';
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
import { memberWords, schemaName, schemas, wordsOf } from './words.ts';

const header = '// Made by packages/schemas/scripts/write-types.ts, in the build.\n';

/** The schemas whose texts are none but these, which no schema says. */
const texts = new Map<unknown, string>([
  [exported.operations.getCustomerCollection.query.shape.sort.unwrap().element, 'SortTerm'],
]);

const named: Named = { name: nameOf, words: memberWords };

/** How the text of an open enumeration ends. */
const openEnd = ' | OtherText';

/** The text of src/bodies.ts of the types: one type for each schema that is exported, with its words. */
export function bodiesText(): string {
  const types = schemas.map(([name, schema]) => {
    const words = comment(wordsOf(name));
    // No interfaces: these fit no Record<string, unknown>, so that a schema of theirs would be no z.ZodObject.
    const type = ownTypeText(schema, named);
    if (!type.endsWith(openEnd)) return `${words}export type ${name} = ${type};\n`;
    const documented = `Documented${name}`;
    return `/** One of the values of {@link ${name}} that the API documents. */
export type ${documented} = ${type.slice(0, -openEnd.length)};

${words}export type ${name} = ${documented}${openEnd};\n`;
  });
  return `${header}import type { OtherText } from './other-text.ts';\n\n${indented([linkText(), ...types].join('\n'))}`;
}

/** What all links have in common. Which there are is said where they are. */
function linkText(): string {
  const { href, rel } = exported.Customer.shape._links.unwrap().element.shape;
  const words = memberWords(exported.Customer.shape._links.unwrap().element);
  const members = block([
    { name: 'href', words: words('href'), ...memberType(href, named) },
    {
      name: 'rel',
      words: words('rel'),
      isOptional: isOptional(rel),
      type: 'Relation | OtherText',
    },
  ]);
  return `/** A link to a related resource: no HAL object, and nothing in it is required (Rebilly OpenAPI 2026-08). */
export type Link<Relation extends string = string> = ${members};
`;
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
  const imported = schemas.flatMap(([name]) => (new RegExp(String.raw`\b${name}\b`).test(operations) ? [name] : []));
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
  const known = schemaName(schema) ?? texts.get(schema);
  if (known !== undefined || !(schema instanceof z.ZodObject)) return known;
  const { href, rel, ...others } = schema.shape;
  if (href === undefined || !(rel instanceof z.ZodExactOptional) || Object.keys(others).length > 0) return undefined;
  return `Link<${ownTypeText(rel.unwrap(), named).replace(openEnd, '')}>`;
}

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
