import * as z from 'zod';

import { isOptional } from '../src/optional.ts';

/** What the text of a type may name, and the words of its members. */
export interface Named {
  /** The name of a schema that is exported; `undefined` where it has none. */
  name(schema: z.core.$ZodType): string | undefined;
  /** The words of the members of an object, by the names of the members. */
  words(schema: z.ZodObject): (member: string) => string | undefined;
}

/** The text of the type of a schema: its name where it has one. */
export function typeText(schema: z.core.$ZodType, named: Named): string {
  return named.name(schema) ?? ownTypeText(schema, named);
}

/** The text of the type of a schema, which may have a name itself. */
export function ownTypeText(schema: z.core.$ZodType, named: Named): string {
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return 'string';
  if (schema instanceof z.ZodNumber) return 'number';
  if (schema instanceof z.ZodBoolean) return 'boolean';
  if (schema instanceof z.ZodUnknown) return 'unknown';
  if (schema instanceof z.ZodEnum) return schema.options.map((each) => literal(each)).join(' | ');
  if (schema instanceof z.ZodLiteral) return [...schema.values].map((each) => literal(each)).join(' | ');
  if (schema instanceof z.ZodNullable) return `${typeText(schema.unwrap(), named)} | null`;
  if (schema instanceof z.ZodRecord) return `Record<string, ${typeText(schema.valueType, named)}>`;
  if (schema instanceof z.ZodArray) return arrayText(typeText(schema.element, named));
  if (isOpenEnum(schema)) return `${typeText(schema.options[0], named)} | OtherText`;
  if (schema instanceof z.ZodObject) return membersText(schema, named);
  throw new Error(
    `Failed to write the type of a schema: ${schema.constructor.name} has no text yet. Say in type-text.ts what it is.`,
  );
}

/** The members of an object in braces, each with its words. */
export function membersText(schema: z.ZodObject, named: Named): string {
  const members = Object.entries<z.core.$ZodType>(schema.shape);
  if (members.length === 0) return 'Record<string, never>';
  const words = named.words(schema);
  return block(members.map(([name, member]) => ({ name, words: words(name), ...memberType(member, named) })));
}

/** One line of an object type. */
export interface MemberText {
  readonly name: string;
  readonly words: string | undefined;
  readonly isOptional: boolean;
  readonly type: string;
}

/** The text of an object type with these members. */
export function block(members: readonly MemberText[]): string {
  const lines = members.map(
    ({ name, words, isOptional, type }) => `${comment(words)}${quoted(name)}${isOptional ? '?' : ''}: ${type};`,
  );
  return `{\n${lines.join('\n')}\n}`;
}

/** What a member is, and whether it may be absent. */
export function memberType(member: z.core.$ZodType, named: Named): Pick<MemberText, 'isOptional' | 'type'> {
  if (!isOptional(member)) return { isOptional: false, type: typeText(member, named) };
  const type = typeText(member.unwrap(), named);
  return { isOptional: true, type: member instanceof z.ZodExactOptional ? type : `${type} | undefined` };
}

/** The words of a doc comment, before what they describe. */
export function comment(words: string | undefined): string {
  if (words === undefined) return '';
  return words.includes('\n')
    ? `/**\n${words.replaceAll(/^(?=.)/gm, ' * ').replaceAll(/^$/gm, ' *')}\n */\n`
    : `/** ${words} */\n`;
}

function isOpenEnum(schema: z.core.$ZodType): schema is z.ZodUnion<readonly [z.ZodEnum, z.core.$ZodType]> {
  return schema instanceof z.ZodUnion && schema.options[0] instanceof z.ZodEnum && schema.options.length === 2;
}

function arrayText(item: string): string {
  return /^[\w']+ \|/.test(item) ? `(${item})[]` : `${item}[]`;
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value.replaceAll(/['\\]/g, String.raw`\$&`)}'` : String(value);
}

function quoted(name: string): string {
  return /^[\w$]+$/.test(name) ? name : literal(name);
}
