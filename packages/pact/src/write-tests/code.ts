import { unicodeEscapes } from '@customer-contracts/schemas/internal';

/** Code that is not laid out yet. */
export type Code =
  /** Text without a line break. */
  | string
  /** An object or a list. */
  | { readonly kind: 'object' | 'list'; readonly items: readonly Item[] }
  | Call
  /** Calls on what the one before gives: `z`, `.object(...)`, `.nullable()`. */
  | { readonly kind: 'chain'; readonly start: string; readonly calls: readonly Code[] };

/** A call: `z.array(...)`. */
export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly given: readonly Code[];
}

/** An element, or a member with what stands before its value: `name: `. */
interface Item {
  readonly before: string;
  readonly value: Code;
}

/** How many columns a line has. */
const width = 120;
const step = '  ';

/** What hides or turns what stands beside it, or ends a line. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A text as a literal: whatever is in it, it is that text, and ends nothing. */
export function textLiteral(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll(quote, `\\${quote}`);
  return `${quote}${escaped.replaceAll(unsafe, unicodeEscapes)}${quote}`;
}

/** The inside of a template, in which nothing is code. */
export function templateText(text: string): string {
  return text.replaceAll(/[\\`$]/g, '\\$&').replaceAll(unsafe, unicodeEscapes);
}

/** A comment on a line of its own, which ends where the line does. */
export function comment(text: string): string {
  return `// ${text.replaceAll(unsafe, unicodeEscapes)}`;
}

/** JSON as code. */
export function literal(value: unknown): Code {
  if (typeof value === 'string') return textLiteral(value);
  if (Array.isArray(value)) return list(value.map((each) => literal(each)));
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  return object(Object.entries(value).map(([name, each]) => [name, literal(each)]));
}

/** A member of an object; without a value, that of the variable of its name. */
export type Member = readonly [name: string, value?: Code];

/** An object with members. */
export function object(members: readonly Member[]): Code {
  return { kind: 'object', items: members.map(([name, value]) => memberOf(name, value)) };
}

/** Named `__proto__` as others are, it would be no member at all. */
function memberOf(name: string, value?: Code): Item {
  if (value === undefined) return { before: '', value: name };
  if (name === '__proto__') return { before: "['__proto__']: ", value };
  return { before: `${/^[A-Za-z_$][\w$]*$/.test(name) ? name : textLiteral(name)}: `, value };
}

/** A list of elements. */
export function list(elements: readonly Code[]): Code {
  return { kind: 'list', items: elements.map((value) => ({ before: '', value })) };
}

export function call(name: string, ...given: readonly Code[]): Call {
  return { kind: 'call', name, given };
}

/** What stands around some code on its lines. */
interface Line {
  readonly indent: string;
  readonly before?: string;
  readonly after?: string;
}

/** The lines of some code, without a break at their end: one, where it fits. They are laid out as prettier does it. */
export function layOut(code: Code, { indent, before = '', after = '' }: Line): string {
  const whole = flat(code);
  const isShort = indent.length + before.length + whole.length + after.length <= width;
  if (typeof code === 'string' || (isShort && !mustBreak(code))) return `${before}${whole}${after}`;
  const inside = `${indent}${step}`;
  switch (code.kind) {
    case 'object':
    case 'list': {
      const [open, close] = code.kind === 'object' ? ['{', '}'] : ['[', ']'];
      if (code.items.length === 0) return `${before}${whole}${after}`;
      const lines = code.items.map((item) => linesOf(item.value, inside, item.before));
      return `${before}${open}\n${lines.join('')}${indent}${close}${after}`;
    }
    case 'call':
      return layOutCall(code, { indent, before, after });
    case 'chain': {
      const lines = code.calls.map((each) => `\n${inside}${layOut(each, { indent: inside })}`);
      return `${before}${code.start}${lines.join('')}${after}`;
    }
    default:
      return code satisfies never;
  }
}

/** The last argument stays on the line of the call where it can be broken, and the others fit there. */
function layOutCall({ name, given }: Call, { indent, before, after }: Required<Line>): string {
  const last = given.at(-1);
  const first = given.slice(0, -1).map((each) => `${flat(each)}, `);
  const start = `${before}${name}(${first.join('')}`;
  const isOpen = typeof last === 'object' && (last.kind === 'object' || last.kind === 'list');
  if (isOpen && last.items.length > 0 && indent.length + start.length < width)
    return layOut(last, { indent, before: start, after: `)${after}` });
  const lines = given.map((each) => linesOf(each, `${indent}${step}`));
  return `${before}${name}(\n${lines.join('')}${indent})${after}`;
}

function linesOf(code: Code, indent: string, before = ''): string {
  const isLong = typeof code === 'string' && indent.length + before.length + code.length + 1 > width;
  if (isLong && before !== '') return `${indent}${before.trimEnd()}\n${indent}${step}${code},\n`;
  return `${indent}${layOut(code, { indent, before, after: ',' })}\n`;
}

/** Whether there is a list of several objects with several members in it. */
function mustBreak(code: Code): boolean {
  if (typeof code === 'string') return false;
  if (code.kind === 'call') return code.given.some(mustBreak);
  if (code.kind === 'chain') return code.calls.some(mustBreak);
  const isTable = code.items.length > 1 && code.items.every(({ value }) => isWide(value));
  return (code.kind === 'list' && isTable) || code.items.some(({ value }) => mustBreak(value));
}

function isWide(code: Code): boolean {
  return typeof code === 'object' && (code.kind === 'object' || code.kind === 'list') && code.items.length > 1;
}

function flat(code: Code): string {
  if (typeof code === 'string') return code;
  switch (code.kind) {
    case 'object': {
      const items = code.items.map(({ before, value }) => `${before}${flat(value)}`).join(', ');
      return items === '' ? '{}' : `{ ${items} }`;
    }
    case 'list':
      return `[${code.items.map(({ value }) => flat(value)).join(', ')}]`;
    case 'call':
      return `${code.name}(${code.given.map(flat).join(', ')})`;
    case 'chain':
      return `${code.start}${code.calls.map(flat).join('')}`;
    default:
      return code satisfies never;
  }
}
