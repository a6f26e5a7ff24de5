import { formatPatterns } from '../plain/format-patterns.ts';
import type { ListKind, NumberKind, ObjectKind, Outside, TextKind } from './kinds.ts';

/** In what a text leaves what is promised; none where it keeps to it. */
export function textMisfits(kind: TextKind, value: string): readonly Outside[] {
  const { known, isOpen = false, format, pattern, minLength = 0, maxLength = Infinity } = kind;
  if (known?.includes(value)) return none;
  if (known !== undefined && !isOpen) return ['value'];
  const form = format !== undefined && Object.hasOwn(forms, format) ? forms[format] : undefined;
  const hasForm = [form, pattern].every((each) => each === undefined || matches(each, value));
  return outside(!hasForm, !hasLength(value, minLength, maxLength));
}

/** In code points, which are counted where UTF-16 units alone, one or two for each, don't tell. */
function hasLength(text: string, least: number, most: number): boolean {
  if (text.length >= 2 * least && text.length <= most) return true;
  let count = 0;
  for (const _ of text) count += 1;
  return count >= least && count <= most;
}

/** The same of a number. */
export function numberMisfits(kind: NumberKind, value: number): readonly Outside[] {
  const { known, minimum = -Infinity, maximum = Infinity, multipleOf } = kind;
  const { exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity } = kind;
  if (known !== undefined) return known.includes(value) ? none : ['value'];
  const isMultiple = multipleOf === undefined || isWhole(value / multipleOf);
  const isInside = value >= minimum && value <= maximum && value > exclusiveMinimum && value < exclusiveMaximum;
  return outside(false, !isMultiple || !isInside);
}

/** The same of a list, its elements apart. */
export function listMisfits(
  { minItems = 0, maxItems = Infinity, isUnique = false }: ListKind,
  value: readonly unknown[],
): readonly Outside[] {
  const isRepeated = isUnique && new Set(value.map((each) => JSON.stringify(each))).size < value.length;
  return outside(false, value.length < minItems || value.length > maxItems || isRepeated);
}

/** The same of an object, its members apart. */
export function objectMisfits(
  { minProperties = 0, maxProperties = Infinity }: ObjectKind,
  value: object,
): readonly Outside[] {
  const { length } = Object.keys(value);
  return outside(false, length < minProperties || length > maxProperties);
}

/** The formats of the API. Of a URI only scheme and characters are looked at: the grammar would be a third of all this. */
const forms: Readonly<Record<string, string>> = { ...formatPatterns, uri: String.raw`^[A-Za-z][\w+.\-]*:[!#-;=?-\[\]_a-z~]+$` };

const none: readonly Outside[] = [];

function outside(hasOtherForm: boolean, isBeyond: boolean): readonly Outside[] {
  if (!hasOtherForm && !isBeyond) return none;
  return [...(hasOtherForm ? (['format'] as const) : []), ...(isBeyond ? (['limit'] as const) : [])];
}

/** 0.3 is a multiple of 0.1. */
function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-9 * Math.max(1, Math.abs(value));
}

const expressions = new Map<string, RegExp>();

/** Documents hold patterns of other engines: one that JavaScript can't read refuses nothing. */
function matches(source: string, value: string): boolean {
  let expression = expressions.get(source);
  if (expression === undefined) expressions.set(source, (expression = expressionOf(source)));
  return expression.test(value);
}

function expressionOf(source: string): RegExp {
  // PCRE writes `\pL`, JavaScript `\p{L}`.
  const spelled = source.replaceAll(/(?<!\\)((?:\\\\)*\\[pP])([A-Z])/g, '$1{$2}');
  for (const flags of ['u', '']) {
    try {
      return new RegExp(spelled, flags);
    } catch {
      // The next one, then.
    }
  }
  return /(?:)/;
}
